package io.dataflow.runtime.kafka.value;

import io.dataflow.api.connector.KafkaSource;
import io.dataflow.runtime.connector.FlowException;
import io.dataflow.runtime.connector.UnavailableException;

/// What a record's value becomes before the flow sees it. Used by one thread at a time.
public interface ValueDecoder extends AutoCloseable {
  /// The body of the message, or an [Undecodable].
  ///
  /// @throws UnavailableException when what it needs is away
  /// @throws FlowException when it will never have what it needs
  Object decode(byte[] value) throws UnavailableException;

  /// Looks whether it can have what it needs.
  ///
  /// @throws UnavailableException when it may have it later
  /// @throws FlowException when it never will
  default void check() throws UnavailableException {
    // Needs nothing.
  }

  @Override
  default void close() {
    // Has nothing.
  }

  /// By the source's `format`.
  ///
  /// @throws FlowException when its schema or a certificate cannot be read
  static ValueDecoder of(KafkaSource source) {
    return switch (source.format()) {
      case JSON -> asItIs();
      case AVRO -> new AvroDecoder(source);
      case JSON_SCHEMA ->
          new JsonSchemaDecoder(
              source
                  .schemaRegistry()
                  .orElseThrow(
                      () -> new FlowException("source kafka: `schemaRegistry` is missing.")));
    };
  }

  /// The value as it is.
  static ValueDecoder asItIs() {
    return value -> value;
  }
}
