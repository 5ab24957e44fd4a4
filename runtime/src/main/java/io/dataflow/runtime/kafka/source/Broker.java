package io.dataflow.runtime.kafka.source;

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

  void seek(TopicPartition partition, OffsetAndMetadata position);

  void commit(Map<TopicPartition, OffsetAndMetadata> positions, Duration patience);

  void commitLater(Map<TopicPartition, OffsetAndMetadata> positions, OffsetCommitCallback done);

  /// The offsets of the oldest records.
  Map<TopicPartition, Long> beginnings(Collection<TopicPartition> partitions, Duration patience);

  /// The offsets behind the newest records that may be read.
  Map<TopicPartition, Long> ends(Collection<TopicPartition> partitions, Duration patience);

  /// What the group has committed; without the partitions of which it has committed nothing.
  Map<TopicPartition, OffsetAndMetadata> committed(
      Set<TopicPartition> partitions, Duration patience);

  /// Where reading goes on in a partition that is owned.
  long position(TopicPartition partition);

  OptionalLong lag(TopicPartition partition);

  List<PartitionInfo> partitions(String topic, Duration patience);
}
