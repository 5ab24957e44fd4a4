package io.dataflow.runtime.clickhouse.encode;

import io.dataflow.api.json.Bytes;
import io.dataflow.api.transformation.RecordException;
import io.dataflow.runtime.connector.table.value.JsonValue;
import java.util.UUID;

/// UUID, in either case.
record UuidEncoder() implements ValueEncoder {
  private static final int LENGTH = 36;

  @Override
  public void encode(byte[] json, int start, int end, Bytes out) {
    if (!JsonValue.isText(json, start) || end - start - 2 != LENGTH) {
      throw new RecordException("the value is no UUID");
    }
    try {
      var uuid = UUID.fromString(JsonValue.text(json, start, end));
      RowBinary.putWhole(uuid.getMostSignificantBits(), Long.BYTES, out);
      RowBinary.putWhole(uuid.getLeastSignificantBits(), Long.BYTES, out);
    } catch (IllegalArgumentException e) {
      throw new RecordException("the value is no UUID");
    }
  }
}
