package io.dataflow.runtime.connector.polling.sql;

/// A user's SQL, wrapped so that it can be filtered and ordered.
///
/// @param text the SQL in the manifest
public record QueryRelation(String text, SourceDialect dialect) implements Relation {
  /// What stands before the user's SQL; the line ends keep a comment at its end from hiding ours.
  private static final String OPENING = "(\n";

  @Override
  public String from() {
    return OPENING + dialect.statement(text) + "\n)";
  }

  @Override
  public String key() {
    return "query";
  }

  @Override
  public String name() {
    return "the query";
  }

  /// Where in the user's SQL a place in a statement is that has it behind `before`, for people.
  ///
  /// @param at a place in the statement, in characters from 0
  /// @return line and column, or that the SQL ends too early
  public String place(String before, int at) {
    int inside = at - before.length() - OPENING.length();
    var sql = text.strip();
    if (inside < 0 || inside > sql.length()) {
      return "; it ends too early";
    }
    var passed = sql.substring(0, inside);
    int line = 1 + (int) passed.chars().filter(c -> c == '\n').count();
    return " (line %d, column %d)".formatted(line, inside - passed.lastIndexOf('\n'));
  }
}
