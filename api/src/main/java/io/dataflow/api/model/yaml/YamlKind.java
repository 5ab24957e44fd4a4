package io.dataflow.api.model.yaml;

/// What a scalar is by the rules of YAML 1.2's core schema. Numbers are those of JSON alone: `010`
/// and `0x10` mean different things to different readers, so here they are text.
public enum YamlKind {
  /// Nothing, or `null`.
  NOTHING("nothing"),
  /// `true` or `false`.
  FLAG("true or false"),
  /// A number without fraction and exponent, of any size.
  WHOLE("a number"),
  /// Any other number.
  FRACTION("a number"),
  /// Everything else, and everything in quotes.
  TEXT("text");

  private final String words;

  YamlKind(String words) {
    this.words = words;
  }

  /// The kind in words for a person.
  public String words() {
    return words;
  }

  /// The kind of a scalar without quotes.
  static YamlKind ofPlain(String text) {
    return switch (text) {
      case "", "~", "null", "Null", "NULL" -> NOTHING;
      case "true", "True", "TRUE", "false", "False", "FALSE" -> FLAG;
      default -> ofNumber(text);
    };
  }

  private static YamlKind ofNumber(String text) {
    int start = text.charAt(0) == '-' ? 1 : 0;
    int digits = digitsFrom(text, start);
    if (digits == start || (digits > start + 1 && text.charAt(start) == '0')) {
      return TEXT;
    }
    if (digits == text.length()) {
      return WHOLE;
    }
    int end = digits;
    if (text.charAt(end) == '.') {
      end = digitsFrom(text, end + 1);
      if (end == digits + 1) {
        return TEXT;
      }
    }
    if (end < text.length() && (text.charAt(end) == 'e' || text.charAt(end) == 'E')) {
      int sign = end + 1 < text.length() && "+-".indexOf(text.charAt(end + 1)) >= 0 ? 1 : 0;
      int exponent = end + 1 + sign;
      end = digitsFrom(text, exponent);
      if (end == exponent) {
        return TEXT;
      }
    }
    return end == text.length() ? FRACTION : TEXT;
  }

  private static int digitsFrom(String text, int start) {
    int end = start;
    while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
      end++;
    }
    return end;
  }
}
