package io.dataflow.runtime.postgresql;

/// Reads `host=db port=5432 dbname='my shop' password=it\'s`: values with blanks stand in single
/// quotes, a backslash takes the next character as it is.
final class ConnectionKeywords {
  private final String text;
  private final ConnectionParameters parameters = new ConnectionParameters();
  private int pos;

  private ConnectionKeywords(String text) {
    this.text = text;
  }

  static ConnectionParameters parse(String text) {
    var reader = new ConnectionKeywords(text);
    reader.skipBlanks();
    while (reader.pos < text.length()) {
      var name = reader.name();
      reader.parameters.put(name, reader.value());
      reader.skipBlanks();
    }
    return reader.parameters;
  }

  private String name() {
    int start = pos;
    while (pos < text.length()
        && (Character.isLetterOrDigit(peek()) || "_.".indexOf(peek()) >= 0)) {
      pos++;
    }
    var name = text.substring(start, pos);
    skipBlanks();
    if (name.isEmpty() || pos >= text.length() || peek() != '=') {
      // Nothing of the text itself: it may be a password.
      throw ConnectionString.wrong(
          "is neither a URL nor `name=value` pairs. Write"
              + " `postgres://user:password@host:5432/database`, or `host=… dbname=… user=…"
              + " password=…` with single quotes around values that have blanks.");
    }
    pos++;
    skipBlanks();
    return name;
  }

  private String value() {
    boolean quoted = pos < text.length() && peek() == '\'';
    if (quoted) {
      pos++;
    }
    var value = new StringBuilder();
    while (pos < text.length() && (quoted ? peek() != '\'' : !Character.isWhitespace(peek()))) {
      if (peek() == '\\' && pos + 1 < text.length()) {
        pos++;
      }
      value.append(peek());
      pos++;
    }
    if (quoted && pos >= text.length()) {
      throw ConnectionString.wrong("a value's single quote is not closed.");
    }
    if (quoted) {
      pos++;
    }
    return value.toString();
  }

  private char peek() {
    return text.charAt(pos);
  }

  private void skipBlanks() {
    while (pos < text.length() && Character.isWhitespace(peek())) {
      pos++;
    }
  }
}
