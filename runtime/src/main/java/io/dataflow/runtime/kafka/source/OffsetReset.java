package io.dataflow.runtime.kafka.source;

import io.dataflow.runtime.connector.SourceEvents;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.InvalidOffsetException;
import org.apache.kafka.clients.consumer.LogTruncationException;
import org.apache.kafka.clients.consumer.NoOffsetForPartitionException;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.TopicPartition;

/// Where to read on when the client cannot know: at the oldest record. It is asked for here and not
/// by `auto.offset.reset=earliest`, because that also passes in silence over what the topic's
/// retention has deleted before it was read.
record OffsetReset(Broker broker, String topic, SourceEvents events) {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  /// Puts the partitions that the client complains of where reading goes on.
  ///
  /// @throws org.apache.kafka.common.errors.RetriableException when the brokers do not say; the
  ///     client will complain again
  void answer(InvalidOffsetException complaint) {
    switch (complaint) {
      case NoOffsetForPartitionException fresh ->
          broker.beginnings(fresh.partitions(), PATIENCE).forEach(this::seek);
      case LogTruncationException cut -> {
        cut.divergentOffsets().forEach(broker::seek);
        fromTheOldest(without(cut.offsetOutOfRangePartitions(), cut.divergentOffsets()));
      }
      case OffsetOutOfRangeException gone -> fromTheOldest(gone.offsetOutOfRangePartitions());
      default -> throw complaint;
    }
  }

  private void fromTheOldest(Map<TopicPartition, Long> wanted) {
    broker
        .beginnings(wanted.keySet(), PATIENCE)
        .forEach(
            (partition, oldest) -> {
              seek(partition, oldest);
              tell(partition, wanted.get(partition), oldest);
            });
  }

  private void tell(TopicPartition partition, long wanted, long oldest) {
    var at = "source kafka: topic `" + topic + "`, partition " + partition.partition() + ": ";
    if (oldest > wanted) {
      events.missed(
          oldest - wanted,
          at
              + (oldest - wanted)
              + " offsets from "
              + wanted
              + " on were deleted before they were read; reading goes on at "
              + oldest
              + ". Raise the topic's `retention.ms` or `retention.bytes`, or pause the flow for"
              + " less time.");
    } else {
      events.missed(
          0,
          at
              + "ends before the group's offset "
              + wanted
              + ", as that of a topic does that was deleted and created again; all of it is read.");
    }
  }

  private void seek(TopicPartition partition, long offset) {
    broker.seek(partition, new OffsetAndMetadata(offset));
  }

  private static Map<TopicPartition, Long> without(
      Map<TopicPartition, Long> all, Map<TopicPartition, OffsetAndMetadata> others) {
    var rest = new HashMap<>(all);
    rest.keySet().removeAll(others.keySet());
    return rest;
  }
}
