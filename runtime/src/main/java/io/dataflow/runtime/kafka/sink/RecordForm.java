package io.dataflow.runtime.kafka.sink;

import io.dataflow.api.connector.KafkaSink;
import io.dataflow.api.connector.option.HeaderText;
import io.dataflow.api.connector.option.MessageKey;
import io.dataflow.api.message.Message;
import io.dataflow.api.message.Metadata;
import io.dataflow.api.transformation.RecordException;
import io.dataflow.runtime.connector.Delivery;
import io.dataflow.runtime.connector.UnavailableException;
import io.dataflow.runtime.kafka.value.BodyEncoder;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;

/// What a message becomes as a record of the topic: `key`, `headers` and tombstones as the manifest
/// wants them, everything else as the source had it.
final class RecordForm {
  private final String topic;
  private final Optional<MessageKey> key;
  private final Map<String, HeaderText> headers;
  private final boolean deletes;
  private final boolean empties;
  private final boolean keepsAll;
  private final BodyEncoder values;

  /// @param stage the sink's route id: what the error sink gets is never refused for its key, and
  ///     never emptied
  /// @param values what bodies become
  RecordForm(KafkaSink sink, String stage, BodyEncoder values) {
    this.values = values;
    this.topic = sink.topic();
    this.key = sink.key();
    this.headers = sink.headers().orElse(Map.of());
    this.keepsAll = stage.equals(Delivery.ERRORS);
    this.deletes = sink.deleteAsTombstone() && !keepsAll;
    this.empties = sink.emptyAsTombstone();
  }

  /// Gets to know the messages that are going to be records.
  void prepare(List<Message> messages) throws UnavailableException {
    values.prepare(messages);
  }

  /// The record of a message.
  ///
  /// @throws MisfitRecordException when it cannot be one
  ProducerRecord<byte[], byte[]> of(Message message) {
    var metadata = message.metadata();
    var name = key.isPresent() ? key(key.get(), message, metadata) : metadata.key();
    var record =
        new ProducerRecord<>(
            topic,
            null,
            metadata.timestamp().map(time -> time.toEpochMilli()).orElse(null),
            name.orElse(null),
            body(message, metadata, name.isPresent()));
    addHeaders(message, metadata, record.headers());
    return record;
  }

  private Optional<byte[]> key(MessageKey wanted, Message message, Metadata metadata) {
    var found = wanted.of(message);
    if (found.isEmpty() && keepsAll) {
      return metadata.key();
    }
    if (found.isEmpty()) {
      throw new MisfitRecordException(
          "the record has no key: what `key` (`"
              + wanted
              + "`) is made of is missing or null"
              + (message.problem().isEmpty() ? "." : ", because " + message.problem() + "."));
    }
    return found;
  }

  private byte[] body(Message message, Metadata metadata, boolean keyed) {
    if (message.isTombstone() && message.isUnchanged()) {
      return null;
    }
    boolean gone =
        deletes && metadata.get("operation").filter("delete"::equals).isPresent()
            || empties && message.isUnchanged() && message.original().length == 0;
    if (!gone) {
      return value(message);
    }
    if (!keyed) {
      throw new MisfitRecordException(
          "the record deletes and has no key, so nobody would know what is gone. Name its key in"
              + " `key`.");
    }
    return null;
  }

  private byte[] value(Message message) {
    try {
      return values.encode(message);
    } catch (RecordException e) {
      throw new MisfitRecordException(e.getMessage());
    }
  }

  private void addHeaders(Message message, Metadata metadata, Headers all) {
    for (var header : metadata.headers()) {
      if (!headers.containsKey(header.name())) {
        all.add(header.name(), header.value());
      }
    }
    headers.forEach((name, text) -> text.of(message).ifPresent(value -> all.add(name, value)));
  }
}
