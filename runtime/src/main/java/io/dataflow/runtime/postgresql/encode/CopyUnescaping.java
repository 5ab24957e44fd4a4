package io.dataflow.runtime.postgresql.encode;

/// The way back from [CopyText], as far as the encoders use its escapes.
public final class CopyUnescaping {
  private CopyUnescaping() {}

  /// The text that a column's input function gets.
  public static String of(String escaped) {
    var text = new StringBuilder(escaped.length());
    for (int i = 0; i < escaped.length(); i++) {
      char c = escaped.charAt(i);
      text.append(c == '\\' && i + 1 < escaped.length() ? meant(escaped.charAt(++i)) : c);
    }
    return text.toString();
  }

  private static char meant(char letter) {
    return switch (letter) {
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      default -> letter;
    };
  }
}
