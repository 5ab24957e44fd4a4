package io.dataflow.runtime.kafka.sink;

import io.dataflow.api.chain.SlicedMessages;
import io.dataflow.api.message.Message;
import io.dataflow.runtime.connector.FlowException;
import io.dataflow.runtime.connector.Mark;
import io.dataflow.runtime.connector.Rejected;
import io.dataflow.runtime.connector.UnavailableException;
import io.dataflow.runtime.kafka.KafkaMark;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.KafkaException;

/// Writes a delivery and the consumer group's offsets in one transaction. Who reads only what is
/// committed sees each record once.
///
/// A record that the topic refuses must be in the error sink before the offsets pass it. So nothing
/// is written while there is one: the delivery comes again without it, when the error sink has it.
final class Transaction {
  /// With so many it is time for the error sink.
  private static final int MISFITS_MOST = 1000;

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
    var place = place(mark);
    var group = place.group();
    messages.removeIf(settled(place, group, unsure));
    var found = attempt(whole(messages), place, group);
    if (found.isEmpty()) {
      messages.clear();
      return;
    }
    var culprit = found.getFirst();
    int at = indexOf(culprit.message(), messages);
    if (stopsAtRejected) {
      int record = culprit.message().index();
      int end = at;
      while (end > 0 && messages.get(end - 1).index() == record) {
        // What else has come of the record comes again with it.
        end--;
      }
      attempt(whole(messages.subList(0, end)), place.first(record), group);
      messages.remove(at);
      rejected.add(culprit);
      messages.subList(0, end).clear();
    } else {
      messages.remove(at);
      rejected.add(culprit);
      // Each of the others would cost a transaction of its own that comes to nothing.
      sender.takeMisfits(messages, rejected);
    }
  }

  /// The same with messages that are too many to exist at once.
  void write(SlicedMessages messages, List<Rejected> rejected, Mark mark, boolean unsure)
      throws UnavailableException {
    var place = place(mark);
    var group = place.group();
    var settled = settled(place, group, unsure);
    var pass = messages.pass();
    var found = attempt(without(settled, pass), place, group);
    if (found.isEmpty()) {
      messages.written(messages.size());
      return;
    }
    var culprit = found.getFirst();
    int at = pass.place(culprit.message());
    if (stopsAtRejected) {
      int record = culprit.message().index();
      var before = messages.before(record);
      attempt(without(settled, before.pass()), place.first(record), group);
      messages.written(before.size());
      messages.leaveOut(List.of(at));
      rejected.add(culprit);
    } else {
      messages.leaveOut(List.of(at));
      rejected.add(culprit);
      takeMisfits(messages, rejected);
    }
  }

  private void takeMisfits(SlicedMessages messages, List<Rejected> rejected)
      throws UnavailableException {
    var misfits = new ArrayList<Rejected>();
    var places = new ArrayList<Integer>();
    var pass = messages.pass();
    while (pass.hasNext() && misfits.size() < MISFITS_MOST) {
      int known = misfits.size();
      sender.takeMisfits(pass.next(), misfits);
      misfits.subList(known, misfits.size()).forEach(it -> places.add(pass.place(it.message())));
    }
    messages.leaveOut(places);
    rejected.addAll(misfits);
  }

  private KafkaMark place(Mark mark) {
    if (mark instanceof KafkaMark place) {
      return place;
    }
    throw new FlowException(
        topic.place() + ": only the position of a `kafka` source can be stored here.");
  }

  /// @param group asked for before the messages and the offsets: then the brokers refuse the
  ///     transaction when partitions go in between. The other way round they would take records of
  ///     partitions that are somebody else's by now.
  private Predicate<Message> settled(KafkaMark place, ConsumerGroupMetadata group, boolean unsure)
      throws UnavailableException {
    return place.settled(unsure ? topic.committed(group.groupId()) : Map.of());
  }

  private static Iterator<List<Message>> whole(List<Message> messages) {
    return messages.isEmpty() ? Collections.emptyIterator() : List.of(messages).iterator();
  }

  private static Iterator<List<Message>> without(
      Predicate<Message> settled, Iterator<List<Message>> slices) {
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return slices.hasNext();
      }

      @Override
      public List<Message> next() {
        var slice = slices.next();
        slice.removeIf(settled);
        return slice;
      }
    };
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
      Iterator<List<Message>> slices, KafkaMark place, ConsumerGroupMetadata group)
      throws UnavailableException {
    var refused = new ArrayList<Rejected>();
    var offsets = place.offsets();
    if (!slices.hasNext() && offsets.isEmpty()) {
      return refused;
    }
    try {
      producer.beginTransaction();
      while (refused.isEmpty() && slices.hasNext()) {
        sender.send(new ArrayList<>(slices.next()), refused, true);
      }
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
