package io.dataflow.runtime.clickhouse.encode;

import io.dataflow.api.json.Bytes;
import io.dataflow.api.transformation.RecordException;
import io.dataflow.runtime.connector.table.ColumnEncoder;
import io.dataflow.runtime.connector.table.RowFormat;

/// A column's value with the byte before it that tells it from the column's default.
///
/// @param nullIsDefault whether the column has a DEFAULT, which takes the place of a null that the
///     type does not have
record DefaultedEncoder(ValueEncoder value, boolean nullIsDefault) implements ColumnEncoder {
  @Override
  public void encode(byte[] json, int start, int end, Bytes out) {
    out.put(0);
    value.encode(json, start, end, out);
  }

  @Override
  public void encodeNull(RowFormat format, Bytes out) {
    if (value instanceof NullableEncoder) {
      out.put(0);
      value.encodeNull(out);
    } else if (nullIsDefault) {
      format.putNull(out);
    } else {
      throw new RecordException(
          "null, and the column is not Nullable. Make it Nullable, or give it a DEFAULT");
    }
  }
}
