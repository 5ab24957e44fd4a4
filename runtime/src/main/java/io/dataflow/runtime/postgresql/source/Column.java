package io.dataflow.runtime.postgresql.source;

import java.util.Set;

/// A column that rows are ordered by.
///
/// @param type its type as the server writes it in a cast: `timestamp with time zone`
record Column(String name, String type) {
  private static final Set<String> NUMBERS =
      Set.of("smallint", "integer", "bigint", "numeric", "real", "double precision");
  private static final Set<String> TIMES =
      Set.of("timestamp with time zone", "timestamp without time zone", "date");

  /// The column in a statement.
  String reference() {
    return Select.ALIAS + "." + Table.quoted(name);
  }

  /// A parameter that the server reads as the column's own type from its exact text, so that no
  /// digit is lost on the way.
  String parameter() {
    return "(?::text)::" + type;
  }

  /// Whether its text can be a JSON number.
  boolean isNumber() {
    return NUMBERS.contains(type);
  }

  /// Whether it is a time, which the checkpoint keeps in the form of RFC 3339.
  boolean isTime() {
    return TIMES.contains(type);
  }
}
