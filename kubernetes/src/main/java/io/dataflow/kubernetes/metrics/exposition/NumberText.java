package io.dataflow.kubernetes.metrics.exposition;

import java.util.regex.Pattern;

/// What Prometheus takes for a number. Most are plain digits, and there are hundreds of thousands
/// in a page: those are told without a pattern.
final class NumberText {
  private static final int LONGEST_TIME = 18;
  private static final Pattern NUMBER =
      Pattern.compile("[+-]?(?:(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][+-]?\\d+)?|[iI]nf|[nN]a[nN])");

  private NumberText() {}

  static boolean isNumber(String text) {
    return isDigits(text, '.') || NUMBER.matcher(text).matches();
  }

  /// Milliseconds since 1970.
  static boolean isTime(String text) {
    var digits = text.startsWith("-") ? text.substring(1) : text;
    return digits.length() <= LONGEST_TIME && isDigits(digits, '0');
  }

  /// Whether it begins with a digit and consists of digits and at most one of the other character.
  private static boolean isDigits(String text, char once) {
    int others = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean digit = c >= '0' && c <= '9';
      if (!digit && (c != once || i == 0 || others++ > 0)) {
        return false;
      }
    }
    return !text.isEmpty();
  }
}
