package io.dataflow.runtime.trino.sink;

import io.dataflow.runtime.connector.table.Column;
import io.dataflow.runtime.connector.table.TableName;
import io.dataflow.runtime.connector.table.TableSchema;
import io.dataflow.runtime.trino.TrinoName;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// The table as the catalog described it at one moment. Its columns' names know no upper case, so a
/// field `orderId` is for the column `orderid`.
final class TrinoTable implements TableSchema {
  private final TrinoName name;
  private final List<Column> columns;
  private final Map<String, Column> byName = new HashMap<>();

  TrinoTable(TrinoName name, List<Column> columns) {
    this.name = name;
    this.columns = List.copyOf(columns);
    columns.forEach(column -> byName.put(column.name(), column));
  }

  @Override
  public TableName name() {
    return name.inCatalog();
  }

  /// Its name with the catalog.
  TrinoName fullName() {
    return name;
  }

  @Override
  public List<Column> columns() {
    return columns;
  }

  @Override
  public Optional<Column> column(String columnName) {
    return Optional.ofNullable(byName.get(columnName.toLowerCase(Locale.ROOT)));
  }

  /// No key of Trino's keeps a second row out.
  @Override
  public List<Column> key() {
    return List.of();
  }

  /// What is missing is null, so that one statement takes records with different fields.
  @Override
  public boolean leavesNull(Column column) {
    return true;
  }

  @Override
  public boolean takesColumns(Collection<String> names) {
    return false;
  }

  @Override
  public boolean isLike(TableSchema other) {
    return other instanceof TrinoTable table
        && name.equals(table.name)
        && columns.equals(table.columns);
  }

  /// The names of its columns for people.
  String columnNames() {
    return String.join(", ", columns.stream().map(Column::name).toList());
  }
}
