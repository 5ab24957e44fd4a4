package io.dataflow.runtime.kafka.avro.encode;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.function.Function;

/// Dates and times in the forms of ISO 8601. Digits behind the second that the type does not keep
/// must be noughts.
final class TimeEncodings {
  private static final int SECOND_NANOS = 1_000_000_000;

  /// Characters of a date and time, a year of ten digits and an offset included.
  private static final int LENGTH_MOST = 50;

  private TimeEncodings() {}

  static Encoding date() {
    return encoding(
        "a date like `2026-01-31`",
        text -> Optional.of(LocalDate.parse(text).toEpochDay()).filter(it -> it == it.intValue()));
  }

  /// @param units in a second
  static Encoding time(int units) {
    return encoding(
        "a time of day like `12:00:00." + digits(units) + "`",
        text -> {
          var time = LocalTime.parse(text);
          return units(time.toSecondOfDay(), time.getNano(), units);
        });
  }

  /// @param units in a second
  static Encoding timestamp(int units) {
    return encoding(
        "a point in time like `2026-01-31T12:00:00." + digits(units) + "Z`",
        text -> {
          var time = OffsetDateTime.parse(text);
          return units(time.toEpochSecond(), time.getNano(), units);
        });
  }

  /// @param units in a second
  static Encoding localTimestamp(int units) {
    return encoding(
        "a date and time like `2026-01-31T12:00:00." + digits(units) + "`",
        text -> {
          var time = LocalDateTime.parse(text);
          return units(time.toEpochSecond(ZoneOffset.UTC), time.getNano(), units);
        });
  }

  private static String digits(int units) {
    return Integer.toString(units).substring(1);
  }

  private static Encoding encoding(String wanted, Function<String, Optional<Long>> reading) {
    return Encoding.ofText(
        wanted,
        (text, out) -> {
          try {
            return text.length() <= LENGTH_MOST && Encoding.put(reading.apply(text), out);
          } catch (DateTimeException | ArithmeticException e) {
            return false;
          }
        });
  }

  private static Optional<Long> units(long seconds, int nanos, int units) {
    int unit = SECOND_NANOS / units;
    if (nanos % unit != 0) {
      return Optional.empty();
    }
    long rest = nanos / unit;
    // Of the first moments there are, the second before would be outside.
    return Optional.of(
        seconds < 0
            ? Math.addExact(Math.multiplyExact(seconds + 1, units), rest - units)
            : Math.addExact(Math.multiplyExact(seconds, units), rest));
  }
}
