package io.dataflow.runtime.kafka.avro;

import io.dataflow.api.json.Bytes;
import org.apache.avro.Schema;

/// Turns messages of one schema into JSON (`docs/kafka.md` says how each type looks). May be used
/// by any number of threads.
public final class AvroReader {
  private final Value message;

  /// Of messages that are read as they were written.
  public AvroReader(Schema schema) {
    this(schema, schema);
  }

  /// Of messages that are read by the fields of another schema, as Avro's rules of schema evolution
  /// say.
  ///
  /// @param writer what they were written with
  /// @param reader what they are to look like
  public AvroReader(Schema writer, Schema reader) {
    this.message = Plan.of(writer, reader);
  }

  /// Appends the message as JSON.
  ///
  /// @param start where it begins in `bytes`; it ends with them
  /// @throws AvroFault when it is none of this schema
  public void read(byte[] bytes, int start, Bytes out) {
    var in = new AvroInput(bytes, start, bytes.length);
    message.read(in, out);
    if (in.left() > 0) {
      throw new AvroFault("it goes on behind what its schema describes");
    }
  }
}
