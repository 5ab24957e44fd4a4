package io.dataflow.runtime.connector.table;

import java.util.List;
import java.util.stream.Collectors;

/// The columns that a record has values for, in the table's order. There is one object for each set
/// of columns, so sets are compared by identity.
public final class ColumnSet {
  private final List<Column> columns;
  private final String names;

  ColumnSet(List<Column> columns) {
    this.columns = List.copyOf(columns);
    this.names = names(columns);
  }

  /// The names of these columns for SQL, in quotes, with commas.
  public static String names(List<Column> columns) {
    return columns.stream().map(Column::quotedName).collect(Collectors.joining(", "));
  }

  /// The columns.
  public List<Column> columns() {
    return columns;
  }

  /// The names for SQL, in quotes, with commas.
  public String names() {
    return names;
  }
}
