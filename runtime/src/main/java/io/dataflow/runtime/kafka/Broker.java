package io.dataflow.runtime.kafka;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.consumer.OffsetCommitCallback;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;

/// The real client as its reader uses it; only the reader's thread may.
interface Broker {
  ConsumerRecords<byte[], Object> read(Duration patience);

  Set<TopicPartition> owned();

  void hold(Collection<TopicPartition> partitions);

  void release(Collection<TopicPartition> partitions);

  void commit(Map<TopicPartition, OffsetAndMetadata> positions, Duration patience);

  void commitLater(Map<TopicPartition, OffsetAndMetadata> positions, OffsetCommitCallback done);

  /// Returns when the brokers of these partitions have answered a question.
  void ask(Collection<TopicPartition> partitions, Duration patience);

  OptionalLong lag(TopicPartition partition);

  List<PartitionInfo> partitions(String topic, Duration patience);
}
