package io.dataflow.runtime.clickhouse.encode;

import io.dataflow.api.json.Bytes;
import io.dataflow.api.transformation.RecordException;
import io.dataflow.runtime.connector.table.value.JsonValue;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;

/// DateTime and DateTime64, of ISO 8601 texts, with a blank for the `T` too, or of seconds since
/// 1970. Nothing of a second is cut off.
///
/// @param digits of a second; -1 for DateTime
/// @param zone of texts without one
record InstantEncoder(int digits, ZoneId zone) implements ValueEncoder {
  private static final int NANO_DIGITS = 9;
  private static final BigInteger LAST = BigInteger.valueOf(0xffffffffL);
  private static final long WIDE_FIRST = LocalDate.of(1900, 1, 1).toEpochDay() * 86_400;
  private static final long WIDE_LAST = LocalDate.of(2300, 1, 1).toEpochDay() * 86_400;

  @Override
  public void encode(byte[] json, int start, int end, Bytes out) {
    var seconds =
        JsonValue.isText(json, start)
            ? seconds(instant(JsonValue.text(json, start, end).strip()))
            : JsonValue.number(json, start, end);
    BigInteger ticks;
    try {
      ticks = seconds.setScale(Math.max(digits, 0), RoundingMode.UNNECESSARY).unscaledValue();
    } catch (ArithmeticException e) {
      throw new RecordException("the time has more digits behind the second");
    }
    if (!fits(seconds, ticks)) {
      throw new RecordException("the time is out of range");
    }
    RowBinary.putWhole(ticks, digits < 0 ? Integer.BYTES : Long.BYTES, out);
  }

  private boolean fits(BigDecimal seconds, BigInteger ticks) {
    if (digits < 0) {
      return ticks.signum() >= 0 && ticks.compareTo(LAST) <= 0;
    }
    return ticks.bitLength() < Long.SIZE
        && seconds.compareTo(BigDecimal.valueOf(WIDE_FIRST)) >= 0
        && seconds.compareTo(BigDecimal.valueOf(WIDE_LAST)) < 0;
  }

  private static BigDecimal seconds(Instant instant) {
    return BigDecimal.valueOf(instant.getEpochSecond())
        .add(BigDecimal.valueOf(instant.getNano(), NANO_DIGITS))
        .stripTrailingZeros();
  }

  private Instant instant(String text) {
    var iso = text.length() > 10 && text.charAt(10) == ' ' ? text.replaceFirst(" ", "T") : text;
    try {
      if (iso.length() == 10) {
        return LocalDate.parse(iso).atStartOfDay(zone).toInstant();
      }
      boolean zoned = iso.endsWith("Z") || iso.lastIndexOf('+') > 10 || iso.lastIndexOf('-') > 10;
      return zoned
          ? OffsetDateTime.parse(iso).toInstant()
          : LocalDateTime.parse(iso).atZone(zone).toInstant();
    } catch (DateTimeException e) {
      throw new RecordException("the value is no time as `2026-01-31T12:00:00Z`");
    }
  }
}
