package io.dataflow.runtime.postgresql;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.Locale;

/// A key's value in a form in which values that PostgreSQL holds for equal are equal: `1.0` and
/// `1`, a UUID in either case, a moment in any zone. A text of a type that is not known here is
/// equal to itself alone.
final class KeyText {
  private KeyText() {}

  static boolean isNull(byte[] value) {
    return value.length == 2 && value[0] == '\\' && value[1] == 'N';
  }

  static String of(String type, byte[] value) {
    var text = new String(value, StandardCharsets.UTF_8);
    return switch (type) {
      case "int2", "int4", "int8", "numeric", "float4", "float8" -> number(text);
      case "uuid" -> text.replaceAll("[-{}]", "").toLowerCase(Locale.ROOT);
      case "citext", "bool", "bytea", "macaddr" -> text.toLowerCase(Locale.ROOT);
      case "bpchar" -> text.stripTrailing();
      case "timestamptz", "timestamp" -> moment(text);
      default -> text;
    };
  }

  private static String number(String text) {
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
