package io.dataflow.runtime.clickhouse.sink;

import io.dataflow.runtime.connector.table.Column;
import io.dataflow.runtime.connector.table.TableName;
import io.dataflow.runtime.connector.table.TableSchema;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The table as the catalog described it at one moment.
final class ClickhouseTable implements TableSchema {
  private final TableName name;
  private final String engine;
  private final List<String> sortingKey;
  private final List<Column> columns;
  private final Map<String, Column> byName = new HashMap<>();

  /// @param engine with what is in parentheses behind it: `ReplacingMergeTree(updated_at)`
  /// @param sortingKey columns and expressions
  ClickhouseTable(TableName name, String engine, List<String> sortingKey, List<Column> columns) {
    this.name = name;
    this.engine = engine;
    this.sortingKey = List.copyOf(sortingKey);
    this.columns = List.copyOf(columns);
    columns.forEach(column -> byName.put(column.name(), column));
  }

  @Override
  public TableName name() {
    return name;
  }

  /// Its engine, with what is in parentheses behind it.
  String engine() {
    return engine;
  }

  /// What its rows are sorted by: columns and expressions.
  List<String> sortingKey() {
    return sortingKey;
  }

  @Override
  public List<Column> columns() {
    return columns;
  }

  @Override
  public Optional<Column> column(String columnName) {
    return Optional.ofNullable(byName.get(columnName));
  }

  /// No key of ClickHouse's keeps a second row out.
  @Override
  public List<Column> key() {
    return List.of();
  }

  /// A byte in the row asks for the column's default, whatever it is.
  @Override
  public boolean leavesNull(Column column) {
    return !column.generated();
  }

  @Override
  public boolean replacesWholeRows() {
    return true;
  }

  @Override
  public boolean takesColumns(Collection<String> names) {
    return false;
  }

  @Override
  public boolean isLike(TableSchema other) {
    return other instanceof ClickhouseTable table
        && name.equals(table.name)
        && engine.equals(table.engine)
        && sortingKey.equals(table.sortingKey)
        && columns.equals(table.columns);
  }

  /// The columns of these names, in this order; what is no column's name is left out.
  List<Column> columns(List<String> names) {
    return names.stream().map(this::column).flatMap(Optional::stream).toList();
  }

  /// The names of its columns for people.
  String columnNames() {
    return String.join(", ", columns.stream().map(Column::name).toList());
  }

  /// Whether a key is the one that rows are sorted by.
  boolean isSortedBy(List<String> names) {
    return Set.copyOf(names).equals(Set.copyOf(sortingKey));
  }
}
