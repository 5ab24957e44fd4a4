package io.dataflow.api.path;

/// A pattern for names: `*` stands for any characters, `?` for one, a backslash takes the next one
/// as it is.
record Glob(String pattern) {

  /// Whether the pattern stands for all of the text.
  boolean matches(String text) {
    int at = 0;
    int next = 0;
    int star = -1;
    int afterStar = 0;
    while (at < text.length()) {
      int c = next < pattern.length() ? pattern.charAt(next) : -1;
      if (c == '*') {
        star = next++;
        afterStar = at;
      } else if (c == '?') {
        at = text.offsetByCodePoints(at, 1);
        next++;
      } else if (c >= 0 && literal(next) == text.charAt(at)) {
        at++;
        next += c == '\\' ? 2 : 1;
      } else if (star >= 0) {
        next = star + 1;
        at = ++afterStar;
      } else {
        return false;
      }
    }
    while (next < pattern.length() && pattern.charAt(next) == '*') {
      next++;
    }
    return next == pattern.length();
  }

  private int literal(int at) {
    boolean escaped = pattern.charAt(at) == '\\' && at + 1 < pattern.length();
    return pattern.charAt(escaped ? at + 1 : at);
  }
}
