package io.dataflow.runtime.kafka.avro.encode;

import io.dataflow.api.json.Bytes;
import io.dataflow.api.json.Json;
import org.apache.avro.Schema;

/// Turns JSON into messages of one schema (`docs/kafka.md` says what fits each type). Used by one
/// thread at a time.
public final class AvroWriter {
  private final Encoding message;

  /// Of messages of this schema.
  public AvroWriter(Schema schema) {
    this.message = EncodingPlan.of(schema);
  }

  /// Appends the message; when it throws, part of it.
  ///
  /// @throws AvroMisfit when it does not fit the schema
  public void write(Json body, Bytes out) {
    message.require(body, new AvroOutput(out));
  }
}
