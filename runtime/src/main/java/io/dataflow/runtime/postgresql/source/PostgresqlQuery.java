package io.dataflow.runtime.postgresql.source;

import io.dataflow.runtime.connector.FlowException;
import org.postgresql.core.Parser;

/// A user's SQL as a JDBC statement takes it.
final class PostgresqlQuery {
  private PostgresqlQuery() {}

  /// The SQL with the driver's placeholder `?` doubled where it is one of PostgreSQL's operators,
  /// and without the semicolon at its end.
  ///
  /// @throws FlowException when it is more than one statement
  static String statement(String text) {
    var sql = text.strip().toCharArray();
    var out = new StringBuilder();
    boolean ended = false;
    for (int i = 0; i < sql.length; i++) {
      int last = Math.min(endOfQuoted(sql, i), sql.length - 1);
      boolean comment = last > i && (sql[i] == '-' || sql[i] == '/');
      if (sql[i] == ';') {
        ended = true;
        continue;
      }
      if (ended && !comment && !Character.isWhitespace(sql[i])) {
        throw new FlowException(
            "spec.source.config.query: a `;` with more behind it. Write one SELECT statement.");
      }
      out.append(sql, i, last - i + 1);
      if (last == i && sql[i] == '?') {
        out.append('?');
      }
      i = last;
    }
    return out.toString();
  }

  /// The last character of the text, name or comment that begins here; the place itself when none
  /// does.
  private static int endOfQuoted(char[] sql, int start) {
    return switch (sql[start]) {
      case '\'' -> Parser.parseSingleQuotes(sql, start, true);
      case '"' -> Parser.parseDoubleQuotes(sql, start);
      case '$' -> Parser.parseDollarQuotes(sql, start);
      case '-' -> Parser.parseLineComment(sql, start);
      case '/' -> Parser.parseBlockComment(sql, start);
      default -> start;
    };
  }
}
