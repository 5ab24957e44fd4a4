package io.dataflow.runtime.connector.table;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.Locale;

/// When two values of a key's column are the same key, though they are written differently: `1.0`
/// and `1`, a UUID in either case, a moment in any zone.
public enum KeyForm {
  /// Texts: only what is written alike is alike.
  EXACT,
  /// Numbers.
  NUMBER,
  /// UUIDs, with or without hyphens and braces.
  UUID,
  /// Texts in which upper and lower case do not count.
  CASELESS,
  /// Texts in which blanks at the end do not count.
  PADDED,
  /// Times with or without a zone; without one it is UTC.
  MOMENT;

  /// More digits than any key has: such a number is only like itself.
  private static final int DIGITS_MAX = 1000;

  /// A form in which values that the server holds for equal are equal.
  String of(byte[] value) {
    var text = new String(value, StandardCharsets.UTF_8);
    return switch (this) {
      case EXACT -> text;
      case NUMBER -> number(text);
      case UUID -> text.replaceAll("[-{}]", "").toLowerCase(Locale.ROOT);
      case CASELESS -> text.toLowerCase(Locale.ROOT);
      case PADDED -> text.stripTrailing();
      case MOMENT -> moment(text);
    };
  }

  private static String number(String text) {
    if (text.length() > DIGITS_MAX) {
      return text;
    }
    try {
      return new BigDecimal(text.strip()).stripTrailingZeros().toString();
    } catch (NumberFormatException e) {
      return text;
    }
  }

  private static String moment(String text) {
    var iso = text.replace(' ', 'T');
    // Without a zone it is UTC; PostgreSQL lets an offset end with its hours.
    if (iso.matches(".*:\\d\\d(\\.\\d+)?")) {
      iso += "Z";
    } else if (iso.matches(".*[+-]\\d\\d")) {
      iso += ":00";
    }
    try {
      return OffsetDateTime.parse(iso).toInstant().toString();
    } catch (DateTimeException e) {
      return text;
    }
  }
}
