package io.dataflow.runtime.trino.type;

import io.dataflow.api.json.Bytes;
import io.dataflow.runtime.connector.table.value.JsonValue;
import java.time.DateTimeException;
import java.time.LocalDate;

/// date, of `2026-01-31`.
record TrinoDate() implements TrinoEncoder {
  private static final int YEARS = 9999;

  @Override
  public void encode(byte[] json, int start, int end, Bytes out) {
    try {
      var text = JsonValue.isText(json, start) ? JsonValue.text(json, start, end).strip() : "";
      var date = LocalDate.parse(text);
      if (date.getYear() < 1 || date.getYear() > YEARS) {
        throw TrinoEncoder.wrong("the date is out of range");
      }
      TrinoEncoder.putQuoted(date.toString(), out);
    } catch (DateTimeException e) {
      throw TrinoEncoder.wrong("the value is no date as `2026-01-31`");
    }
  }
}
