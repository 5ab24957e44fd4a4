package io.dataflow.runtime.kafka.source;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/// The newest acknowledged position of each partition that is not committed yet. Acknowledged on
/// the flow's thread, committed on the one that reads.
final class Positions {
  private final Map<TopicPartition, OffsetAndMetadata> acknowledged = new HashMap<>();
  private final Map<TopicPartition, OffsetAndMetadata> taken = new HashMap<>();

  synchronized void acknowledge(Map<TopicPartition, OffsetAndMetadata> next) {
    acknowledged.putAll(next);
  }

  /// Takes all of them out, to be committed: those of the partitions that are ours. What belongs to
  /// somebody else by now is that one's to commit.
  synchronized Map<TopicPartition, OffsetAndMetadata> take(Set<TopicPartition> ours) {
    acknowledged.keySet().retainAll(ours);
    var due = Map.copyOf(acknowledged);
    acknowledged.clear();
    taken.putAll(due);
    return due;
  }

  /// Forgets partitions that belong to somebody else now.
  synchronized void forget(Collection<TopicPartition> partitions) {
    acknowledged.keySet().removeAll(partitions);
    taken.keySet().removeAll(partitions);
  }

  /// Takes back what could not be committed, unless something newer has been taken or acknowledged
  /// since, or the partition is somebody else's: a committed offset never goes backwards.
  synchronized void giveBack(Map<TopicPartition, OffsetAndMetadata> positions) {
    positions.forEach(
        (partition, position) -> {
          if (position.equals(taken.get(partition))) {
            acknowledged.putIfAbsent(partition, position);
          }
        });
  }
}
