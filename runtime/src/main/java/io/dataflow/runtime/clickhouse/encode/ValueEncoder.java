package io.dataflow.runtime.clickhouse.encode;

import io.dataflow.api.json.Bytes;
import io.dataflow.api.json.Json;
import io.dataflow.api.json.JsonScalar;
import io.dataflow.api.transformation.RecordException;

/// Turns a JSON value into a value of one of ClickHouse's types, in the format RowBinary. Encoders
/// are values: those of the same type are equal.
interface ValueEncoder {
  /// Appends the value.
  ///
  /// @param json holds a JSON value other than null from `start` to before `end`
  /// @throws RecordException with what is wrong with it, without the value
  void encode(byte[] json, int start, int end, Bytes out);

  /// Appends null.
  ///
  /// @throws RecordException when the type has none
  default void encodeNull(Bytes out) {
    throw new RecordException("null, and the type is not Nullable");
  }

  /// Appends a value that is part of another one.
  default void encode(Json value, Bytes out) {
    if (value instanceof JsonScalar scalar) {
      if (scalar.bytes()[scalar.start()] == 'n') {
        encodeNull(out);
      } else {
        encode(scalar.bytes(), scalar.start(), scalar.end(), out);
      }
      return;
    }
    var bytes = new Bytes(64);
    value.writeTo(bytes);
    encode(bytes.array(), 0, bytes.size(), out);
  }
}
