package io.dataflow.runtime.trino.type;

import io.dataflow.api.json.Bytes;
import io.dataflow.runtime.connector.table.value.JsonValue;
import java.time.DateTimeException;
import java.time.LocalTime;

/// time, of `12:30:00.123`. Nothing of a second is cut off.
///
/// @param digits of a second that the column holds
record TrinoTime(int digits) implements TrinoEncoder {
  @Override
  public void encode(byte[] json, int start, int end, Bytes out) {
    try {
      var text = JsonValue.isText(json, start) ? JsonValue.text(json, start, end).strip() : "";
      var time = LocalTime.parse(text);
      var fraction = Fraction.of(time.getNano(), digits);
      TrinoEncoder.putQuoted(
          "%02d:%02d:%02d%s"
              .formatted(time.getHour(), time.getMinute(), time.getSecond(), fraction),
          out);
    } catch (DateTimeException e) {
      throw TrinoEncoder.wrong("the value is no time as `12:30:00`");
    }
  }
}
