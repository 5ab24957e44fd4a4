package io.dataflow.runtime.kafka.source;

import io.dataflow.runtime.connector.SourceEvents;
import io.dataflow.runtime.kafka.client.KafkaProblem;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RetriableException;

/// Tells whether the group has read its topic to the end, as it was when it was asked for: all
/// partitions, also those that other members hold, by what is committed. Used by the thread that
/// reads.
final class TopicEnd {
  /// Pauses between two questions: until what is ours is committed, until others get on, and when
  /// there is nothing left.
  private static final Duration COMMITTING = Duration.ofMillis(250);

  private static final Duration OTHERS = Duration.ofSeconds(1);
  private static final Duration REACHED = Duration.ofSeconds(2);
  private static final Duration PATIENCE = Duration.ofSeconds(3);

  private final Broker broker;
  private final String topic;
  private final Positions positions;
  private final SourceEvents events;
  private boolean reached;
  private Duration pause = Duration.ZERO;
  private long askedAt = System.nanoTime();

  TopicEnd(Broker broker, String topic, Positions positions, SourceEvents events) {
    this.broker = broker;
    this.topic = topic;
    this.positions = positions;
    this.events = events;
  }

  /// There was something to read, or there are other partitions to read.
  void moved() {
    reached = false;
    pause = COMMITTING;
  }

  /// To be called when our own partitions have brought nothing more, and all that they have brought
  /// is acknowledged.
  void look(Set<TopicPartition> ours) {
    if (System.nanoTime() - askedAt < pause.toNanos()) {
      events.polled(0);
      if (reached) {
        events.exhausted();
      }
      return;
    }
    askedAt = System.nanoTime();
    try {
      tell(left(ours), ours);
    } catch (RetriableException e) {
      moved();
      events.unavailable(KafkaProblem.unavailable("source kafka", e));
    }
  }

  private void tell(Map<Integer, Long> left, Set<TopicPartition> ours) {
    reached = left.isEmpty();
    if (reached) {
      pause = REACHED;
      events.polled(0);
      events.exhausted();
      return;
    }
    pause = COMMITTING;
    var others = new TreeMap<>(left);
    ours.forEach(partition -> others.remove(partition.partition()));
    if (!others.isEmpty()) {
      pause = OTHERS;
      events.incomplete(
          "source kafka: other members of the consumer group hold partitions of topic `"
              + topic
              + "` that are not read to the end: "
              + others.entrySet().stream()
                  .map(it -> it.getKey() + " (" + it.getValue() + " offsets left)")
                  .collect(Collectors.joining(", ")));
    }
  }

  /// How much of each partition is not committed.
  private Map<Integer, Long> left(Set<TopicPartition> ours) {
    var all =
        broker.partitions(topic, PATIENCE).stream()
            .map(info -> new TopicPartition(info.topic(), info.partition()))
            .collect(Collectors.toSet());
    var ends = broker.ends(all, PATIENCE);
    var starts = starts(all);
    var left = new TreeMap<Integer, Long>();
    ends.forEach(
        (partition, end) -> {
          if (end > starts.get(partition)) {
            left.put(partition.partition(), end - starts.get(partition));
            if (ours.contains(partition)) {
              commitPosition(partition, starts.get(partition));
            }
          }
        });
    return left;
  }

  private Map<TopicPartition, Long> starts(Set<TopicPartition> all) {
    var committed = broker.committed(all, PATIENCE);
    var fresh = all.stream().filter(it -> committed.get(it) == null).toList();
    var starts = new TreeMap<TopicPartition, Long>(TopicEnd::compare);
    if (!fresh.isEmpty()) {
      starts.putAll(broker.beginnings(fresh, PATIENCE));
    }
    committed.forEach(
        (partition, position) -> {
          if (position != null) {
            starts.put(partition, position.offset());
          }
        });
    return starts;
  }

  private static int compare(TopicPartition one, TopicPartition other) {
    return Integer.compare(one.partition(), other.partition());
  }

  /// Behind the last record may be marks of transactions, which nobody acknowledges.
  private void commitPosition(TopicPartition partition, long committed) {
    long position = broker.position(partition);
    if (position > committed) {
      positions.acknowledge(Map.of(partition, new OffsetAndMetadata(position)));
    }
  }
}
