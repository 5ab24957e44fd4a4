package io.dataflow.runtime.kafka.source;

import java.util.Collection;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.common.TopicPartition;

/// Camel's listener, and ours around it: both are called on the reader's thread.
///
/// @param assignments counts how often partitions were given to this processor
record DrainingListener(
    ConsumerRebalanceListener camel, BrokerReader reader, AtomicLong assignments)
    implements ConsumerRebalanceListener {

  @Override
  public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
    reader.onRevoked(partitions);
    camel.onPartitionsRevoked(partitions);
  }

  @Override
  public void onPartitionsLost(Collection<TopicPartition> partitions) {
    reader.onLost(partitions);
  }

  @Override
  public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
    camel.onPartitionsAssigned(partitions);
    if (!partitions.isEmpty()) {
      assignments.incrementAndGet();
    }
    reader.onAssigned();
  }
}
