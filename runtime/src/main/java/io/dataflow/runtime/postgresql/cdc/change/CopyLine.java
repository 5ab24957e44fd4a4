package io.dataflow.runtime.postgresql.cdc.change;

/// A row as `COPY … TO STDOUT` writes it: values between tabs, `\N` for none, and a backslash
/// before what would be taken for something else.
public final class CopyLine {
  private CopyLine() {}

  /// The values of a line. The line is changed: values get shorter where they had a backslash.
  public static Tuple tuple(byte[] line, int columns) {
    var tuple = new Tuple(line, columns);
    int end = line.length > 0 && line[line.length - 1] == '\n' ? line.length - 1 : line.length;
    int at = 0;
    for (int column = 0; column < columns; column++) {
      at = value(line, at, end, column, tuple) + 1;
    }
    return tuple;
  }

  /// Takes note of a value, and returns the place of the tab behind it.
  private static int value(byte[] line, int start, int end, int column, Tuple tuple) {
    int to = start;
    int at = start;
    boolean none = at + 1 < end && line[at] == '\\' && line[at + 1] == 'N';
    while (at < end && line[at] != '\t') {
      byte b = line[at++];
      line[to++] = b == '\\' ? unescaped(line[at++]) : b;
    }
    if (none) {
      tuple.isNull(column);
    } else {
      tuple.value(column, start, to);
    }
    return at;
  }

  private static byte unescaped(byte letter) {
    return switch (letter) {
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'v' -> 0x0B;
      default -> letter;
    };
  }
}
