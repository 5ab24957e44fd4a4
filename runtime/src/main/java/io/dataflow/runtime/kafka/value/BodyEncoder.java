package io.dataflow.runtime.kafka.value;

import io.dataflow.api.connector.KafkaSink;
import io.dataflow.api.message.Message;
import io.dataflow.api.transformation.RecordException;
import io.dataflow.runtime.connector.FlowException;
import io.dataflow.runtime.connector.UnavailableException;
import java.util.List;

/// What a message's body becomes as the value of a record. Used by one thread at a time.
public interface BodyEncoder extends AutoCloseable {
  /// The value of a message.
  ///
  /// @throws RecordException when the body cannot be one
  byte[] encode(Message message);

  /// Gets what it needs before the first message.
  ///
  /// @throws UnavailableException when it may have it later
  /// @throws FlowException when it never will
  default void open() throws UnavailableException {
    // Needs nothing.
  }

  /// Gets ready for these messages, before any of them is encoded.
  ///
  /// @throws UnavailableException when what it needs is away
  /// @throws FlowException when it will never have what it needs
  default void prepare(List<Message> messages) throws UnavailableException {
    // Is ready for all.
  }

  @Override
  default void close() {
    // Has nothing.
  }

  /// By the sink's `format`.
  ///
  /// @param place the sink, as messages name it
  /// @throws FlowException when its schema or a certificate cannot be read
  static BodyEncoder of(KafkaSink sink, String place) {
    return switch (sink.format()) {
      case JSON -> Message::bytes;
      case AVRO -> new AvroEncoder(sink, place);
    };
  }
}
