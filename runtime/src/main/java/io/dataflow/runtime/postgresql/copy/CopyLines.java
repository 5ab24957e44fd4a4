package io.dataflow.runtime.postgresql.copy;

import io.dataflow.runtime.connector.table.MixedRows;
import io.dataflow.runtime.postgresql.ServerError;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/// Which message each line of the COPY under way came from, so that the line which PostgreSQL
/// complains about leads to the record.
final class CopyLines {
  private static final Pattern LINE = Pattern.compile("(?m)^COPY .*?, line (\\d{1,9})");

  private int[] messages = new int[1024];
  private int size;

  /// Forgets all lines: another COPY starts, or what follows has no lines.
  void clear() {
    size = 0;
  }

  /// The next line's message.
  void add(int message) {
    if (size == messages.length) {
      messages = Arrays.copyOf(messages, 2 * size);
    }
    messages[size++] = message;
  }

  /// The message of the line that the server names.
  OptionalInt culprit(SQLException failure) {
    var match = LINE.matcher(ServerError.where(failure));
    if (!match.find()) {
      return OptionalInt.empty();
    }
    return message(Integer.parseInt(match.group(1)));
  }

  /// The message of a line, from 1; empty when it came from none or from several.
  OptionalInt message(int line) {
    boolean known = line >= 1 && line <= size && messages[line - 1] != MixedRows.Row.SEVERAL;
    return known ? OptionalInt.of(messages[line - 1]) : OptionalInt.empty();
  }

  /// How many there are.
  int size() {
    return size;
  }
}
