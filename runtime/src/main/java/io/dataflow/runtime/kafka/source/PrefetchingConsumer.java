package io.dataflow.runtime.kafka.source;

import io.dataflow.runtime.connector.Batch;
import io.dataflow.runtime.connector.SourceEvents;
import io.dataflow.runtime.kafka.value.ValueDecoder;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.consumer.OffsetCommitCallback;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/// The Kafka client that camel-kafka polls: each poll gives it one record whose value is the whole
/// [Batch], so one exchange carries a batch. The broker is read by a thread of its own, one fetch
/// ahead of the flow ([Handoff]); that thread keeps the group membership alive however long a sink
/// is down, and commits what the flow has acknowledged, coalesced.
///
/// Camel's thread calls [#poll]; everything that touches the real client happens on the reader's
/// thread once it runs.
final class PrefetchingConsumer extends KafkaConsumer<byte[], Object> {
  private final Handoff handoff = new Handoff();
  private final Positions positions = new Positions();
  private final MeteredBytes values;
  private final BrokerReader reader;
  private final AtomicLong assignments = new AtomicLong();
  private final StoredOffsets storage;
  private volatile ConsumerGroupMetadata group;
  private volatile boolean suspended;

  PrefetchingConsumer(
      Properties properties,
      String topic,
      SourceEvents events,
      Membership membership,
      StoredOffsets storage,
      ValueDecoder decoder) {
    this(properties, topic, events, membership, storage, new MeteredBytes(decoder));
  }

  private PrefetchingConsumer(
      Properties properties,
      String topic,
      SourceEvents events,
      Membership membership,
      StoredOffsets storage,
      MeteredBytes values) {
    super(properties, new ByteArrayDeserializer(), values);
    this.storage = storage;
    this.values = values;
    this.reader = new BrokerReader(new Client(), topic, handoff, positions, events, membership);
  }

  @Override
  public void subscribe(Collection<String> topics, ConsumerRebalanceListener listener) {
    super.subscribe(topics, new DrainingListener(listener, reader, assignments));
  }

  @Override
  public ConsumerRecords<byte[], Object> poll(Duration timeout) {
    reader.start();
    if (suspended) {
      return nothingAfter(timeout);
    }
    try {
      var fetch = handoff.take(timeout);
      return fetch.isEmpty() ? ConsumerRecords.empty() : wrap(fetch.get());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new WakeupException();
    }
  }

  /// How many messages wait for the flow.
  int waiting() {
    return handoff.waiting();
  }

  private ConsumerRecords<byte[], Object> nothingAfter(Duration timeout) {
    try {
      handoff.awaitWake(timeout);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new WakeupException();
    }
    return ConsumerRecords.empty();
  }

  private ConsumerRecords<byte[], Object> wrap(Fetch fetch) {
    var mark =
        new FetchMark(
            handoff, positions, fetch, fetch.size(), storage, () -> group, assignments.get());
    var batch = fetch.toBatch(mark);
    var one = fetch.anyRecord();
    var partition = new TopicPartition(one.topic(), one.partition());
    var record =
        new ConsumerRecord<byte[], Object>(one.topic(), one.partition(), one.offset(), null, batch);
    return new ConsumerRecords<>(Map.of(partition, List.of(record)));
  }

  @Override
  public Set<TopicPartition> assignment() {
    return reader.assigned();
  }

  @Override
  public void pause(Collection<TopicPartition> partitions) {
    suspended = true;
  }

  @Override
  public void resume(Collection<TopicPartition> partitions) {
    suspended = false;
  }

  @Override
  public Map<TopicPartition, OffsetAndMetadata> committed(Set<TopicPartition> partitions) {
    // Camel would seek there on resume; the reader has never left its place.
    return Map.of();
  }

  @Override
  public void wakeup() {
    handoff.wake();
  }

  @Override
  public void unsubscribe() {
    reader.stop();
    super.unsubscribe();
  }

  @Override
  public void close() {
    reader.stop();
    super.close();
  }

  /// The real client below this one.
  private final class Client implements Broker {
    @Override
    public ConsumerRecords<byte[], Object> read(Duration patience) {
      values.reset();
      var records = PrefetchingConsumer.super.poll(patience);
      group = PrefetchingConsumer.super.groupMetadata();
      return records;
    }

    @Override
    public Set<TopicPartition> owned() {
      return PrefetchingConsumer.super.assignment();
    }

    @Override
    public void hold(Collection<TopicPartition> partitions) {
      PrefetchingConsumer.super.pause(partitions);
    }

    @Override
    public void release(Collection<TopicPartition> partitions) {
      PrefetchingConsumer.super.resume(partitions);
    }

    @Override
    public void commit(Map<TopicPartition, OffsetAndMetadata> positions, Duration patience) {
      PrefetchingConsumer.super.commitSync(positions, patience);
    }

    @Override
    public void commitLater(
        Map<TopicPartition, OffsetAndMetadata> positions, OffsetCommitCallback done) {
      PrefetchingConsumer.super.commitAsync(positions, done);
    }

    @Override
    public void seek(TopicPartition partition, OffsetAndMetadata position) {
      PrefetchingConsumer.super.seek(partition, position);
    }

    @Override
    public Map<TopicPartition, Long> beginnings(
        Collection<TopicPartition> partitions, Duration patience) {
      return PrefetchingConsumer.super.beginningOffsets(partitions, patience);
    }

    @Override
    public Map<TopicPartition, Long> ends(
        Collection<TopicPartition> partitions, Duration patience) {
      return PrefetchingConsumer.super.endOffsets(partitions, patience);
    }

    @Override
    public Map<TopicPartition, OffsetAndMetadata> committed(
        Set<TopicPartition> partitions, Duration patience) {
      return PrefetchingConsumer.super.committed(partitions, patience);
    }

    @Override
    public long position(TopicPartition partition) {
      return PrefetchingConsumer.super.position(partition);
    }

    @Override
    public OptionalLong lag(TopicPartition partition) {
      return PrefetchingConsumer.super.currentLag(partition);
    }

    @Override
    public List<PartitionInfo> partitions(String topic, Duration patience) {
      return PrefetchingConsumer.super.partitionsFor(topic, patience);
    }
  }
}
