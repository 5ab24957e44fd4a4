package io.dataflow.runtime.kafka.source;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.consumer.OffsetCommitCallback;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;

/// A broker that fails when a test wants it to, which a real one cannot be brought to at the moment
/// that matters: between a request to commit and its answer, in the middle of a rebalance.
final class FakeBroker implements Broker {
  /// What the next reads do; a read without one brings nothing.
  final Queue<Supplier<ConsumerRecords<byte[], Object>>> reads = new ConcurrentLinkedQueue<>();

  /// What becomes of the next commits: nothing, or a failure; those without one succeed.
  final Queue<RuntimeException> commitFailures = new ConcurrentLinkedQueue<>();

  /// The same for what is asked for before the first read.
  final Queue<RuntimeException> topicFailures = new ConcurrentLinkedQueue<>();

  final Map<TopicPartition, OffsetAndMetadata> committed = new ConcurrentHashMap<>();
  final Map<TopicPartition, Long> sought = new ConcurrentHashMap<>();
  final Map<TopicPartition, Long> beginnings = new ConcurrentHashMap<>();
  final Map<TopicPartition, Long> ends = new ConcurrentHashMap<>();
  final Map<TopicPartition, Long> positions = new ConcurrentHashMap<>();
  final Set<TopicPartition> owned = ConcurrentHashMap.newKeySet();
  private final Deque<Runnable> answers = new ArrayDeque<>();

  @Override
  public ConsumerRecords<byte[], Object> read(Duration patience) {
    while (!answers.isEmpty()) {
      answers.poll().run();
    }
    var next = reads.poll();
    if (next == null) {
      LockSupport.parkNanos(Math.min(patience.toNanos(), 1_000_000));
      return ConsumerRecords.empty();
    }
    return next.get();
  }

  @Override
  public Set<TopicPartition> owned() {
    return owned;
  }

  @Override
  public void hold(Collection<TopicPartition> partitions) {
    // What is read is the test's to say.
  }

  @Override
  public void release(Collection<TopicPartition> partitions) {
    // What is read is the test's to say.
  }

  @Override
  public void seek(TopicPartition partition, OffsetAndMetadata position) {
    sought.put(partition, position.offset());
  }

  @Override
  public void commit(Map<TopicPartition, OffsetAndMetadata> positions, Duration patience) {
    var failure = commitFailures.poll();
    if (failure != null) {
      throw failure;
    }
    committed.putAll(positions);
  }

  @Override
  public void commitLater(
      Map<TopicPartition, OffsetAndMetadata> positions, OffsetCommitCallback done) {
    var failure = commitFailures.poll();
    if (failure == null) {
      committed.putAll(positions);
    }
    answers.add(() -> done.onComplete(positions, failure));
  }

  @Override
  public Map<TopicPartition, Long> beginnings(
      Collection<TopicPartition> partitions, Duration patience) {
    return of(partitions, partition -> beginnings.getOrDefault(partition, 0L));
  }

  @Override
  public Map<TopicPartition, Long> ends(Collection<TopicPartition> partitions, Duration patience) {
    return of(partitions, partition -> ends.getOrDefault(partition, 0L));
  }

  private static Map<TopicPartition, Long> of(
      Collection<TopicPartition> partitions, Function<TopicPartition, Long> value) {
    var all = new HashMap<TopicPartition, Long>();
    partitions.forEach(partition -> all.put(partition, value.apply(partition)));
    return all;
  }

  @Override
  public Map<TopicPartition, OffsetAndMetadata> committed(
      Set<TopicPartition> partitions, Duration patience) {
    return committed;
  }

  @Override
  public long position(TopicPartition partition) {
    return positions.getOrDefault(partition, 0L);
  }

  @Override
  public OptionalLong lag(TopicPartition partition) {
    return OptionalLong.of(0);
  }

  @Override
  public List<PartitionInfo> partitions(String topic, Duration patience) {
    var failure = topicFailures.poll();
    if (failure != null) {
      throw failure;
    }
    return List.of(
        new PartitionInfo(topic, 0, null, null, null),
        new PartitionInfo(topic, 1, null, null, null));
  }
}
