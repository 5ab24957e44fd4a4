package io.dataflow.kubernetes.metrics.exposition;

/// A place in a line of text that moves on; says what is missing where it is missing.
final class LineReader {
  private final int number;
  private final String line;
  private int at;

  /// @param number of the line in its text, from 1
  LineReader(int number, String line) {
    this.number = number;
    this.line = line;
  }

  /// The character that comes next; 0 at the end.
  char next() {
    return at < line.length() ? line.charAt(at) : 0;
  }

  int at() {
    return at;
  }

  void move() {
    at++;
  }

  boolean isAtEnd() {
    return at >= line.length();
  }

  /// What was passed since then.
  String since(int start) {
    return line.substring(start, at);
  }

  /// Passes a character when it is the next one.
  boolean passes(char c) {
    boolean passed = next() == c;
    at += passed ? 1 : 0;
    return passed;
  }

  void expect(char c) throws ExpositionException {
    if (!passes(c)) {
      throw wrong("a `" + c + "` is missing");
    }
  }

  void blanks() {
    while (next() == ' ' || next() == '\t') {
      at++;
    }
  }

  /// Passes a name; those of series may have colons, those of labels may not.
  String name(boolean colons) throws ExpositionException {
    int start = at;
    while (isOfName(next(), colons, at > start)) {
      at++;
    }
    if (start == at) {
      throw wrong("a name is missing");
    }
    return since(start);
  }

  private static boolean isOfName(char c, boolean colons, boolean digits) {
    return c >= 'a' && c <= 'z'
        || c >= 'A' && c <= 'Z'
        || c == '_'
        || colons && c == ':'
        || digits && c >= '0' && c <= '9';
  }

  /// Passes a text up to the next blank or the end.
  String word() {
    int start = at;
    while (!isAtEnd() && next() != ' ' && next() != '\t') {
      at++;
    }
    return since(start);
  }

  ExpositionException wrong(String what) {
    return new ExpositionException(number, what + " at column " + (at + 1));
  }
}
