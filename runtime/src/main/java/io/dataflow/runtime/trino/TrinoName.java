package io.dataflow.runtime.trino;

import io.dataflow.runtime.connector.table.TableName;
import java.util.Locale;
import java.util.Optional;

/// A table of Trino's, whose names know no upper case.
public record TrinoName(String catalog, String schema, String table) {
  /// What the settings name: `table` may bring a schema of its own.
  ///
  /// @throws io.dataflow.runtime.connector.FlowException when it is no name of a table
  public static TrinoName of(String catalog, String schema, String table) {
    var name = TableName.parse(table);
    return new TrinoName(lower(catalog), lower(name.schema().orElse(schema)), lower(name.table()));
  }

  private static String lower(String name) {
    return name.strip().toLowerCase(Locale.ROOT);
  }

  /// For SQL.
  public String quoted() {
    return TableName.quote(catalog) + "." + TableName.quote(schema) + "." + TableName.quote(table);
  }

  /// The name without the catalog.
  public TableName inCatalog() {
    return new TableName(Optional.of(schema), table, false);
  }

  /// A text for SQL.
  public static String literal(String text) {
    return '\'' + text.replace("'", "''") + '\'';
  }

  /// For people.
  @Override
  public String toString() {
    return TableName.readable(schema) + "." + TableName.readable(table);
  }
}
