package io.dataflow.api.path;

/// Quoted texts inside paths and conditions: `'…'` or `"…"`, a backslash before what would end
/// them.
public final class Quotes {
  private Quotes() {}

  /// Where the quoted text that begins at `at` has ended, behind its closing quote; -1 when it is
  /// not closed.
  public static int end(String text, int at) {
    char quote = text.charAt(at);
    for (int i = at + 1; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\\') {
        i++;
      } else if (c == quote) {
        return i + 1;
      }
    }
    return -1;
  }

  /// The bracket that closes the one before `from`, quoted texts and pairs between passed over; -1
  /// when there is none.
  public static int closing(String text, int from, char open, char close) {
    int depth = 1;
    for (int i = from; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\\') {
        i++;
      } else if (c == '\'' || c == '"') {
        i = end(text, i) - 1;
        if (i < 0) {
          return -1;
        }
      } else if (c == open) {
        depth++;
      } else if (c == close && --depth == 0) {
        return i;
      }
    }
    return -1;
  }

  /// The characters of the quoted text from `start` (its opening quote) to before `end`: `\n`,
  /// `\r` and `\t` as in JSON, a backslash before anything else stands for that.
  public static String inside(String text, int start, int end) {
    var inside = new StringBuilder();
    for (int i = start + 1; i < end - 1; i++) {
      char c = text.charAt(i);
      if (c != '\\') {
        inside.append(c);
        continue;
      }
      char escape = text.charAt(++i);
      switch (escape) {
        case 'n' -> inside.append('\n');
        case 'r' -> inside.append('\r');
        case 't' -> inside.append('\t');
        default -> inside.append(escape);
      }
    }
    return inside.toString();
  }
}
