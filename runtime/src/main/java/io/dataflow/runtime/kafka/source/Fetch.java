package io.dataflow.runtime.kafka.source;

import io.dataflow.api.message.Message;
import io.dataflow.runtime.connector.Batch;
import io.dataflow.runtime.connector.ErrorType;
import io.dataflow.runtime.connector.Mark;
import io.dataflow.runtime.connector.ReadTime;
import io.dataflow.runtime.connector.Rejected;
import io.dataflow.runtime.kafka.value.Undecodable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/// What one poll of the broker brought, partition by partition, on its way to the flow.
final class Fetch {
  private static final String DECODE = "decode";

  private final Map<TopicPartition, List<Message>> messages = new LinkedHashMap<>();
  private final Map<TopicPartition, OffsetAndMetadata> next = new ConcurrentHashMap<>();
  private final Map<Message, String> undecodable = new IdentityHashMap<>();

  private final ReadTime read;

  private Fetch(ReadTime read) {
    this.read = read;
  }

  static Fetch of(ConsumerRecords<byte[], Object> records, ReadTime read) {
    var fetch = new Fetch(read);
    for (var partition : records.partitions()) {
      var of = records.records(partition);
      var messages = new ArrayList<Message>(of.size());
      for (var record : of) {
        messages.add(fetch.message(record));
      }
      var last = of.getLast();
      fetch.messages.put(partition, messages);
      fetch.next.put(partition, new OffsetAndMetadata(last.offset() + 1, last.leaderEpoch(), ""));
    }
    return fetch;
  }

  private Message message(ConsumerRecord<byte[], Object> record) {
    var metadata = new KafkaMetadata(record);
    if (record.value() instanceof Undecodable bad) {
      var message = new Message(bad.value(), metadata);
      undecodable.put(message, bad.reason());
      return message;
    }
    return new Message((byte[]) record.value(), metadata);
  }

  /// Drops the records of partitions that another consumer reads now.
  void forget(Collection<TopicPartition> partitions) {
    messages.keySet().removeAll(partitions);
    next.keySet().removeAll(partitions);
  }

  /// Gives up the positions of partitions that another consumer reads now; their records are on
  /// their way already.
  void disown(Collection<TopicPartition> partitions) {
    next.keySet().removeAll(partitions);
  }

  /// Whether the positions of any of these partitions are its own.
  boolean isOfAny(Collection<TopicPartition> partitions) {
    return partitions.stream().anyMatch(next::containsKey);
  }

  int size() {
    return messages.values().stream().mapToInt(List::size).sum();
  }

  boolean isEmpty() {
    return messages.isEmpty();
  }

  /// The last record of any of its partitions.
  ConsumerRecord<byte[], ?> anyRecord() {
    return record(messages.values().iterator().next().getLast());
  }

  private static ConsumerRecord<byte[], ?> record(Message message) {
    return ((KafkaMetadata) message.source()).record();
  }

  /// The positions behind its last records.
  Map<TopicPartition, OffsetAndMetadata> next() {
    return next;
  }

  /// The positions behind its first `count` records, in the order of [#toBatch].
  Map<TopicPartition, OffsetAndMetadata> next(int count) {
    var positions = new HashMap<TopicPartition, OffsetAndMetadata>();
    int left = count;
    for (var partition : messages.entrySet()) {
      var of = partition.getValue();
      var last = next.get(partition.getKey());
      if (left > 0 && last != null) {
        positions.put(partition.getKey(), left < of.size() ? place(of.get(left)) : last);
      }
      left = Math.max(0, left - of.size());
    }
    return positions;
  }

  /// Tells the messages that lie before these offsets, and those whose partitions have gone.
  Predicate<Message> settled(Map<TopicPartition, OffsetAndMetadata> offsets) {
    var first = new HashMap<Integer, Long>();
    for (var partition : next.keySet()) {
      var offset = offsets.get(partition);
      first.put(partition.partition(), offset == null ? 0 : offset.offset());
    }
    return message -> {
      var record = record(message);
      var from = first.get(record.partition());
      return from == null || record.offset() < from;
    };
  }

  private static OffsetAndMetadata place(Message message) {
    var record = record(message);
    return new OffsetAndMetadata(record.offset(), record.leaderEpoch(), "");
  }

  Batch toBatch(Mark mark) {
    var batch = new Batch(inOrder(), mark);
    batch.read(read);
    if (!undecodable.isEmpty()) {
      var all = batch.messages();
      batch.messages(all.stream().filter(it -> !undecodable.containsKey(it)).toList());
      all.stream().filter(undecodable::containsKey).map(this::rejected).forEach(batch::reject);
    }
    return batch;
  }

  private Rejected rejected(Message message) {
    return new Rejected(message, DECODE, undecodable.get(message), ErrorType.INVALID_DATA);
  }

  private List<Message> inOrder() {
    if (messages.size() == 1) {
      return messages.values().iterator().next();
    }
    var all = new ArrayList<Message>();
    messages.values().forEach(all::addAll);
    return all;
  }
}
