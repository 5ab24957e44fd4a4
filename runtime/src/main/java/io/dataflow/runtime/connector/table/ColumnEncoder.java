package io.dataflow.runtime.connector.table;

import io.dataflow.api.json.Bytes;

/// Turns a JSON value into what a sink sends for a column of one type, from bytes to bytes. What is
/// not refused here, the server judges. Encoders are values: those of the same type are equal.
public interface ColumnEncoder {
  /// Appends the value.
  ///
  /// @param json holds a JSON value other than null from `start` to before `end`
  /// @throws io.dataflow.api.transformation.RecordException with what is wrong with the value,
  ///     without the value
  void encode(byte[] json, int start, int end, Bytes out);

  /// Appends null.
  ///
  /// @throws io.dataflow.api.transformation.RecordException when the column cannot hold it
  default void encodeNull(RowFormat format, Bytes out) {
    format.putNull(out);
  }

  /// Appends what stands for a column that the record has no field for.
  ///
  /// @throws io.dataflow.api.transformation.RecordException when the column needs one
  default void encodeAbsent(RowFormat format, Bytes out) {
    format.putNull(out);
  }
}
