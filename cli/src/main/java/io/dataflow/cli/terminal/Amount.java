package io.dataflow.cli.terminal;

import java.time.Duration;
import java.util.Locale;

/// Numbers as people read them.
public final class Amount {
  private Amount() {}

  /// A count: `1,234,567`.
  public static String count(long count) {
    return String.format(Locale.ROOT, "%,d", count);
  }

  /// A count and its word, which gets an `s` when there are several: `3 problems`.
  public static String count(long count, String word) {
    return count(count) + " " + (count == 1 ? word : word + "s");
  }

  /// How fast something goes: `201,000/s`; three digits are enough.
  public static String rate(long count, Duration elapsed) {
    var millis = elapsed.toMillis();
    if (millis <= 0) {
      return "0/s";
    }
    var rate = count * 1000 / millis;
    var unit = 1L;
    while (rate / unit >= 1000) {
      unit *= 10;
    }
    return count(rate / unit * unit) + "/s";
  }

  /// A time span: `7.4 s`, `2 min 05 s`.
  public static String time(Duration time) {
    if (time.toMinutes() > 0) {
      return String.format(Locale.ROOT, "%d min %02d s", time.toMinutes(), time.toSecondsPart());
    }
    return String.format(Locale.ROOT, "%.1f s", time.toMillis() / 1000.0);
  }
}
