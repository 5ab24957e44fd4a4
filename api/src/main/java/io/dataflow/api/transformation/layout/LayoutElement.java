package io.dataflow.api.transformation.layout;

import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// The elements of Go's reference time. Of two that begin alike the longer one stands first, so
/// that the first one that fits is the right one.
enum LayoutElement implements LayoutPart {
  LONG_MONTH("January", "MMMM"),
  MONTH("Jan", "MMM"),
  LONG_WEEKDAY("Monday", "EEEE"),
  WEEKDAY("Mon", "EEE"),
  ZONE("MST", "zzz"),
  DAY_OF_YEAR("002", "DDD"),
  ZERO_MONTH("01", "MM"),
  ZERO_DAY("02", "dd"),
  ZERO_HOUR_12("03", "hh"),
  ZERO_MINUTE("04", "mm"),
  ZERO_SECOND("05", "ss"),
  SHORT_YEAR("06", "uu"),
  HOUR("15", "HH"),
  NUMBER_MONTH("1", "M"),
  YEAR("2006", "uuuu"),
  DAY("2", "d"),
  PADDED_DAY_OF_YEAR("__2", "pppD"),
  PADDED_DAY("_2", "ppd"),
  HOUR_12("3", "h"),
  MINUTE("4", "m"),
  SECOND("5", "s"),
  UPPER_HALF("PM", "a"),
  LOWER_HALF("pm", "a"),
  OFFSET_SECONDS("-070000", ""),
  OFFSET_COLON_SECONDS("-07:00:00", ""),
  OFFSET("-0700", ""),
  OFFSET_COLON("-07:00", ""),
  OFFSET_HOURS("-07", ""),
  Z_OFFSET_SECONDS("Z070000", ""),
  Z_OFFSET_COLON_SECONDS("Z07:00:00", ""),
  Z_OFFSET("Z0700", ""),
  Z_OFFSET_COLON("Z07:00", ""),
  Z_OFFSET_HOURS("Z07", "");

  private final String reference;
  private final DateTimeFormatter formatter;

  LayoutElement(String reference, String pattern) {
    this.reference = reference;
    this.formatter = DateTimeFormatter.ofPattern(pattern, Locale.US);
  }

  /// How it looks in a layout.
  String reference() {
    return reference;
  }

  /// Whether the layout has this element at the place.
  boolean isAt(String layout, int at) {
    return layout.startsWith(reference, at)
        && !(isShortName() && lowerCaseFollows(layout, at + reference.length()))
        && !(this == PADDED_DAY && layout.startsWith("_2006", at));
  }

  /// `Janus` and `Month` are words and no elements.
  private boolean isShortName() {
    return this == MONTH || this == WEEKDAY;
  }

  private static boolean lowerCaseFollows(String layout, int at) {
    return at < layout.length() && layout.charAt(at) >= 'a' && layout.charAt(at) <= 'z';
  }

  @Override
  public void write(ZonedDateTime time, StringBuilder out) {
    if (reference.startsWith("-07") || reference.startsWith("Z07")) {
      writeOffset(time.getOffset().getTotalSeconds(), out);
      return;
    }
    var written = formatter.format(time);
    if (this == ZONE && written.equals("Z")) {
      out.append("UTC");
    } else if (this == LOWER_HALF) {
      out.append(written.toLowerCase(Locale.ROOT));
    } else {
      out.append(written);
    }
  }

  /// Java's own pattern letters leave out minutes and seconds that are nought, Go's do not.
  private void writeOffset(int seconds, StringBuilder out) {
    if (seconds == 0 && reference.charAt(0) == 'Z') {
      out.append('Z');
      return;
    }
    int size = Math.abs(seconds);
    var digits = "%02d%02d%02d".formatted(size / 3600, size / 60 % 60, size % 60);
    out.append(seconds < 0 ? '-' : '+');
    int next = 0;
    for (int i = 1; i < reference.length(); i++) {
      out.append(reference.charAt(i) == ':' ? ':' : digits.charAt(next++));
    }
  }
}
