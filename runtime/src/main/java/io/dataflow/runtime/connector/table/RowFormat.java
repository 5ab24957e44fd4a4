package io.dataflow.runtime.connector.table;

import io.dataflow.api.json.Bytes;
import java.util.Arrays;

/// How a sink writes a row: the values, each as its column's encoder has it, one after the other.
/// The arrays are not to be changed.
///
/// @param separator what stands between two values
/// @param nullValue what stands for null
public record RowFormat(byte[] separator, byte[] nullValue) {
  void putSeparator(Bytes out) {
    out.put(separator, 0, separator.length);
  }

  /// Appends null.
  public void putNull(Bytes out) {
    out.put(nullValue, 0, nullValue.length);
  }

  /// Whether an encoded value is null.
  boolean isNull(byte[] value) {
    return Arrays.equals(value, nullValue);
  }
}
