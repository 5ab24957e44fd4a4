package io.dataflow.runtime.kafka.sink;

import io.dataflow.api.message.Message;
import io.dataflow.runtime.connector.FlowException;
import io.dataflow.runtime.connector.Mark;
import io.dataflow.runtime.connector.Rejected;
import io.dataflow.runtime.connector.UnavailableException;
import io.dataflow.runtime.kafka.KafkaMark;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;

/// Writes a delivery and the consumer group's offsets in one transaction. Who reads only what is
/// committed sees each record once.
///
/// A record that the topic refuses must be in the error sink before the offsets pass it. So nothing
/// is written while there is one: the delivery comes again without it, when the error sink has it.
final class Transaction {
  private final SinkTopic topic;
  private final Producer<byte[], byte[]> producer;
  private final RecordSender sender;
  private final boolean stopsAtRejected;

  /// @param stopsAtRejected whether the flow ends at a record that is rejected
  Transaction(
      SinkTopic topic,
      Producer<byte[], byte[]> producer,
      RecordSender sender,
      boolean stopsAtRejected) {
    this.topic = topic;
    this.producer = producer;
    this.sender = sender;
    this.stopsAtRejected = stopsAtRejected;
  }

  /// When it throws, the transaction is in an unknown state, and the producer of no use.
  ///
  /// @param unsure whether the one before it was in an unknown state
  void write(List<Message> messages, List<Rejected> rejected, Mark mark, boolean unsure)
      throws UnavailableException {
    if (!(mark instanceof KafkaMark place)) {
      throw new FlowException(
          topic.place() + ": only the position of a `kafka` source can be stored here.");
    }
    // Asked for before the messages and the offsets: then the brokers refuse the transaction when
    // partitions go in between. The other way round they would take records of partitions that are
    // somebody else's by now.
    var group = place.group();
    Map<TopicPartition, OffsetAndMetadata> committed =
        unsure ? topic.committed(group.groupId()) : Map.of();
    messages.removeIf(place.settled(committed));
    var found = attempt(messages, place, group);
    if (found.isEmpty()) {
      messages.clear();
      return;
    }
    var culprit = found.getFirst();
    int at = indexOf(culprit.message(), messages);
    if (stopsAtRejected) {
      attempt(messages.subList(0, at), place.first(culprit.message().index()), group);
      messages.subList(0, at).clear();
      at = 0;
    }
    messages.remove(at);
    rejected.add(culprit);
    if (!stopsAtRejected) {
      // Each of the others would cost a transaction of its own that comes to nothing.
      sender.takeMisfits(messages, rejected);
    }
  }

  private static int indexOf(Message message, List<Message> messages) {
    int at = 0;
    while (messages.get(at) != message) {
      at++;
    }
    return at;
  }

  /// Writes all with the offsets; or nothing, when one is refused, which is returned.
  private List<Rejected> attempt(
      List<Message> messages, KafkaMark place, ConsumerGroupMetadata group)
      throws UnavailableException {
    var refused = new ArrayList<Rejected>();
    var offsets = place.offsets();
    if (messages.isEmpty() && offsets.isEmpty()) {
      return refused;
    }
    try {
      producer.beginTransaction();
      sender.send(new ArrayList<>(messages), refused, true);
      if (refused.isEmpty()) {
        producer.sendOffsetsToTransaction(offsets, group);
        producer.commitTransaction();
      } else {
        producer.abortTransaction();
      }
      return refused;
    } catch (KafkaException e) {
      throw topic.failure(e);
    }
  }
}
