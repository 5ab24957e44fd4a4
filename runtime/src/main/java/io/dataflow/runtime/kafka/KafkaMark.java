package io.dataflow.runtime.kafka;

import io.dataflow.api.message.Message;
import io.dataflow.runtime.connector.Mark;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/// The place of a batch in a topic, for a sink on the same cluster that commits the consumer
/// group's offsets in the transaction of its records.
public interface KafkaMark extends Mark {
  /// The group's offsets behind the batch, of the partitions that are still ours.
  Map<TopicPartition, OffsetAndMetadata> offsets();

  /// Our place in the consumer group as it was last seen. The brokers refuse the offsets of a place
  /// that is somebody else's by now.
  ConsumerGroupMetadata group();

  /// Tells the messages that need not be written: those before these offsets, and those of
  /// partitions that have gone to somebody else.
  Predicate<Message> settled(Map<TopicPartition, OffsetAndMetadata> committed);

  @Override
  KafkaMark first(int count);
}
