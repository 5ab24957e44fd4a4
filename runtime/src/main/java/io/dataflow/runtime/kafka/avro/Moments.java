package io.dataflow.runtime.kafka.avro;

import io.dataflow.api.json.Bytes;
import java.time.LocalDate;

/// Dates and times as ISO 8601 writes them, in quotes, with as many digits behind the second as
/// their type has.
final class Moments {
  private static final long DAY_SECONDS = 86_400;

  private Moments() {}

  static void writeDate(long days, Bytes out) {
    out.put('"');
    date(days, out);
    out.put('"');
  }

  /// @param digits behind the second: 3, 6 or 9
  static void writeTime(long units, int digits, Bytes out) {
    long second = power(digits);
    if (units < 0 || units >= DAY_SECONDS * second) {
      throw new AvroFault("a time in it is outside the day");
    }
    out.put('"');
    time(units, digits, second, out);
    out.put('"');
  }

  /// @param utc whether it is a point in time, not what a clock shows somewhere
  static void writeTimestamp(long units, int digits, boolean utc, Bytes out) {
    long second = power(digits);
    long day = DAY_SECONDS * second;
    out.put('"');
    date(Math.floorDiv(units, day), out);
    out.put('T');
    time(Math.floorMod(units, day), digits, second, out);
    if (utc) {
      out.put('Z');
    }
    out.put('"');
  }

  private static void date(long days, Bytes out) {
    var date = LocalDate.ofEpochDay(days);
    int year = date.getYear();
    if (year < 0 || year > 9999) {
      out.put(date.toString());
      return;
    }
    ScalarJson.digits(year, 4, out);
    out.put('-');
    ScalarJson.digits(date.getMonthValue(), 2, out);
    out.put('-');
    ScalarJson.digits(date.getDayOfMonth(), 2, out);
  }

  private static void time(long units, int digits, long second, Bytes out) {
    int seconds = (int) (units / second);
    ScalarJson.digits(seconds / 3600, 2, out);
    out.put(':');
    ScalarJson.digits(seconds / 60 % 60, 2, out);
    out.put(':');
    ScalarJson.digits(seconds % 60, 2, out);
    out.put('.');
    ScalarJson.digits(units % second, digits, out);
  }

  private static long power(int digits) {
    return switch (digits) {
      case 3 -> 1_000;
      case 6 -> 1_000_000;
      default -> 1_000_000_000;
    };
  }
}
