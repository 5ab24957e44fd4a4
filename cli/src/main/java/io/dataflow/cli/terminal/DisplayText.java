package io.dataflow.cli.terminal;

/// A text from somewhere else as a terminal may show it: no character of it moves the cursor, turns
/// the direction of writing round or changes a colour, and it is as wide as it looks.
public final class DisplayText {
  private static final String UNSHOWN =
      "[\\p{Cc}\\u2028\\u2029\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069]";

  private DisplayText() {}

  /// The text on one line, with `�` for each character that is not to be shown.
  public static String of(String text) {
    return text.replaceAll(UNSHOWN, "�");
  }

  /// How many columns a shown text takes.
  public static int width(String text) {
    return text.codePoints().map(DisplayText::width).sum();
  }

  private static int width(int character) {
    return switch (Character.getType(character)) {
      case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT -> 0;
      default -> isWide(character) ? 2 : 1;
    };
  }

  private static boolean isWide(int it) {
    return it >= 0x1100
        && (it <= 0x115F
            || it >= 0x2E80 && it <= 0xA4CF
            || it >= 0xAC00 && it <= 0xD7A3
            || it >= 0xF900 && it <= 0xFAFF
            || it >= 0xFE30 && it <= 0xFE6F
            || it >= 0xFF00 && it <= 0xFF60
            || it >= 0xFFE0 && it <= 0xFFE6
            || it >= 0x1F300 && it <= 0x1FAFF
            || it >= 0x20000 && it <= 0x3FFFD);
  }

  /// The text in so many columns at most; `…` stands for what is cut off.
  public static String cut(String text, int columns) {
    if (width(text) <= columns) {
      return text;
    }
    return text.substring(0, fitting(text, columns - 1)) + "…";
  }

  /// How many of the text's `char`s fit into so many columns.
  public static int fitting(String text, int columns) {
    int used = 0;
    int end = 0;
    while (end < text.length()) {
      int character = text.codePointAt(end);
      used += width(character);
      if (used > columns) {
        return end;
      }
      end += Character.charCount(character);
    }
    return end;
  }

  /// The text with blanks behind it, so that it takes so many columns at least.
  public static String padded(String text, int columns) {
    return text + " ".repeat(Math.max(0, columns - width(text)));
  }
}
