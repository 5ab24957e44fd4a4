package io.dataflow.runtime.clickhouse.encode;

import io.dataflow.api.json.Bytes;
import io.dataflow.api.transformation.RecordException;
import io.dataflow.runtime.connector.table.value.JsonValue;
import java.time.DateTimeException;
import java.time.LocalDate;

/// Date and Date32, of `2026-01-31`.
record DateEncoder(boolean wide) implements ValueEncoder {
  private static final long WIDE_FIRST = LocalDate.of(1900, 1, 1).toEpochDay();
  private static final long WIDE_LAST = LocalDate.of(2299, 12, 31).toEpochDay();
  private static final long LAST = 0xffff;

  @Override
  public void encode(byte[] json, int start, int end, Bytes out) {
    if (!JsonValue.isText(json, start)) {
      throw new RecordException("the value is no date as `2026-01-31`");
    }
    long day;
    try {
      day = LocalDate.parse(JsonValue.text(json, start, end).strip()).toEpochDay();
    } catch (DateTimeException e) {
      throw new RecordException("the value is no date as `2026-01-31`");
    }
    if (day < (wide ? WIDE_FIRST : 0) || day > (wide ? WIDE_LAST : LAST)) {
      throw new RecordException("the date is out of range");
    }
    RowBinary.putWhole(day, wide ? Integer.BYTES : Short.BYTES, out);
  }
}
