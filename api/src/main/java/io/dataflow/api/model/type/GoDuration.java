package io.dataflow.api.model.type;

import io.dataflow.api.model.problem.RefusedException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;

/// Lengths of time as Go and Kubernetes write them: `500ms`, `30s`, `1h30m`, `1.5h`, `0`.
public final class GoDuration {
  private static final Map<String, BigDecimal> NANOSECONDS =
      Map.of(
          "ns", BigDecimal.valueOf(1),
          "us", BigDecimal.valueOf(1_000),
          "µs", BigDecimal.valueOf(1_000),
          "μs", BigDecimal.valueOf(1_000),
          "ms", BigDecimal.valueOf(1_000_000),
          "s", BigDecimal.valueOf(1_000_000_000L),
          "m", BigDecimal.valueOf(60_000_000_000L),
          "h", BigDecimal.valueOf(3_600_000_000_000L));

  private GoDuration() {}

  /// The length that the text means; never negative.
  ///
  /// @throws RefusedException when it means none
  public static Duration parse(String text) throws RefusedException {
    if (text.equals("0")) {
      return Duration.ZERO;
    }
    if (text.startsWith("-")) {
      throw refused(text, "is negative");
    }
    var nanoseconds = BigDecimal.ZERO;
    int at = text.isEmpty() ? -1 : 0;
    while (at >= 0 && at < text.length()) {
      int unit = skip(text, at, true);
      int end = skip(text, unit, false);
      if (unit == at || number(text, at, unit).isEmpty()) {
        throw refused(text, "is no length of time");
      }
      if (end == unit) {
        throw refused(text, "has no unit");
      }
      var factor = NANOSECONDS.get(text.substring(unit, end));
      if (factor == null) {
        throw refused(text, "has an unknown unit");
      }
      nanoseconds = nanoseconds.add(new BigDecimal(number(text, at, unit)).multiply(factor));
      at = end;
    }
    if (at < 0) {
      throw refused(text, "is no length of time");
    }
    if (nanoseconds.compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) > 0) {
      throw refused(text, "is too long");
    }
    return Duration.ofNanos(nanoseconds.longValue());
  }

  /// The shortest text that means the length: `1h30m`, `500ms`.
  public static String text(Duration length) {
    if (length.isZero()) {
      return "0s";
    }
    var out = new StringBuilder();
    append(out, length.toHours(), "h");
    append(out, length.toMinutesPart(), "m");
    var rest = BigDecimal.valueOf(length.toSecondsPart() * 1_000_000_000L + length.toNanosPart());
    if (rest.signum() > 0) {
      var unit = rest.compareTo(NANOSECONDS.get("s")) >= 0 ? "s" : "ms";
      out.append(rest.divide(NANOSECONDS.get(unit)).toPlainString()).append(unit);
    }
    return out.toString();
  }

  private static void append(StringBuilder out, long count, String unit) {
    if (count > 0) {
      out.append(count).append(unit);
    }
  }

  private static int skip(String text, int from, boolean digits) {
    int at = from;
    while (at < text.length() && isNumber(text.charAt(at)) == digits) {
      at++;
    }
    return at;
  }

  private static boolean isNumber(char c) {
    return c >= '0' && c <= '9' || c == '.';
  }

  /// The digits of a number; empty when it has more than one point, or no digit.
  private static String number(String text, int from, int to) {
    var number = text.substring(from, to);
    return number.equals(".") || number.indexOf('.') != number.lastIndexOf('.') ? "" : number;
  }

  private static RefusedException refused(String text, String why) {
    return new RefusedException(
        "`" + text + "` " + why + ". Write for example `500ms`, `30s` or `1h30m`.");
  }
}
