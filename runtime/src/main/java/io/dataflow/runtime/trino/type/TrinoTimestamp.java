package io.dataflow.runtime.trino.type;

import io.dataflow.api.json.Bytes;
import io.dataflow.runtime.connector.table.value.JsonValue;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/// timestamp with or without a zone, of ISO 8601 texts, with a blank for the `T` too, or of seconds
/// since 1970, or milliseconds when the number is larger than 10^10. It is written in UTC. Nothing
/// of a second is cut off.
///
/// @param digits of a second that the column holds
record TrinoTimestamp(int digits, boolean zoned) implements TrinoEncoder {
  private static final BigDecimal SECONDS_MOST = BigDecimal.valueOf(10_000_000_000L);
  private static final int NANO_DIGITS = 9;
  private static final int YEARS = 9999;

  @Override
  public void encode(byte[] json, int start, int end, Bytes out) {
    var time =
        JsonValue.isText(json, start)
            ? parsed(JsonValue.text(json, start, end).strip())
            : moment(JsonValue.number(json, start, end));
    if (time.getYear() < 1 || time.getYear() > YEARS) {
      throw TrinoEncoder.wrong("the time is out of range");
    }
    var text =
        "%04d-%02d-%02d %02d:%02d:%02d%s"
            .formatted(
                time.getYear(),
                time.getMonthValue(),
                time.getDayOfMonth(),
                time.getHour(),
                time.getMinute(),
                time.getSecond(),
                Fraction.of(time.getNano(), digits));
    TrinoEncoder.putQuoted(zoned ? text + " UTC" : text, out);
  }

  private static LocalDateTime moment(BigDecimal number) {
    var seconds = number.abs().compareTo(SECONDS_MOST) > 0 ? number.movePointLeft(3) : number;
    try {
      var nanos = seconds.setScale(NANO_DIGITS, RoundingMode.UNNECESSARY).unscaledValue();
      var parts = nanos.divideAndRemainder(BigDecimal.TEN.pow(NANO_DIGITS).toBigInteger());
      var instant = Instant.ofEpochSecond(parts[0].longValueExact(), parts[1].longValueExact());
      return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    } catch (ArithmeticException | DateTimeException e) {
      throw TrinoEncoder.wrong("the number is no time in seconds since 1970");
    }
  }

  private static LocalDateTime parsed(String text) {
    var iso = text.length() > 10 && text.charAt(10) == ' ' ? text.replaceFirst(" ", "T") : text;
    try {
      if (iso.length() == 10) {
        return LocalDate.parse(iso).atStartOfDay();
      }
      boolean offset = iso.endsWith("Z") || iso.lastIndexOf('+') > 10 || iso.lastIndexOf('-') > 10;
      return offset
          ? OffsetDateTime.parse(iso).withOffsetSameInstant(ZoneOffset.UTC).toLocalDateTime()
          : LocalDateTime.parse(iso);
    } catch (DateTimeException e) {
      throw TrinoEncoder.wrong("the value is no time as `2026-01-31T12:00:00Z`");
    }
  }
}
