package io.dataflow.runtime.postgresql.table;

import io.dataflow.runtime.connector.table.Column;
import io.dataflow.runtime.connector.table.ColumnSet;
import io.dataflow.runtime.connector.table.TableName;
import io.dataflow.runtime.connector.table.TableSchema;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// The table as the catalog described it at one moment.
public final class PostgresqlTable implements TableSchema {
  /// The longest name that PostgreSQL does not cut off, in bytes of UTF-8.
  public static final int NAME_MAX = 63;

  private static final int COLUMNS_MAX = 1600;

  private final TableName name;
  private final RelationKind kind;
  private final Traits traits;
  private final Rights rights;
  private final List<Column> columns;
  private final List<UniqueKey> keys;
  private final Map<String, Column> byName = new HashMap<>();

  PostgresqlTable(
      TableName name,
      RelationKind kind,
      Traits traits,
      Rights rights,
      List<Column> columns,
      List<UniqueKey> keys) {
    this.name = name;
    this.kind = kind;
    this.traits = traits;
    this.rights = rights;
    this.columns = List.copyOf(columns);
    this.keys = List.copyOf(keys);
    columns.forEach(column -> byName.put(column.name(), column));
  }

  @Override
  public TableName name() {
    return name;
  }

  /// What stands behind the name.
  public RelationKind kind() {
    return kind;
  }

  /// What the user may do.
  public Rights rights() {
    return rights;
  }

  @Override
  public List<Column> columns() {
    return columns;
  }

  @Override
  public Optional<Column> column(String columnName) {
    return Optional.ofNullable(byName.get(columnName));
  }

  @Override
  public boolean takesColumns(Collection<String> names) {
    return kind == RelationKind.TABLE
        && columns.size() + names.size() <= COLUMNS_MAX
        && names.stream().allMatch(PostgresqlTable::isName);
  }

  private static boolean isName(String text) {
    int length = text.getBytes(StandardCharsets.UTF_8).length;
    return length > 0 && length <= NAME_MAX && text.indexOf(0) < 0;
  }

  /// The primary key.
  public Optional<UniqueKey> primaryKey() {
    return keys.stream().filter(UniqueKey::primary).findFirst();
  }

  /// Whether a unique index has just these columns.
  public boolean isUnique(List<String> names) {
    return keys.stream().anyMatch(key -> key.isOf(names));
  }

  @Override
  public boolean isLike(TableSchema other) {
    return other instanceof PostgresqlTable table
        && name.equals(table.name)
        && kind == table.kind
        && traits.equals(table.traits)
        && columns.equals(table.columns)
        && keys.equals(table.keys);
  }

  @Override
  public List<Column> key() {
    return primaryKey().map(key -> columns(key.columns())).orElse(List.of());
  }

  /// The names of it and of its columns.
  public List<String> words() {
    return Stream.of(name.schema().stream(), Stream.of(name.table()), byName.keySet().stream())
        .flatMap(names -> names)
        .toList();
  }

  /// What lets an INSERT pass over rows that are there already; empty where nothing does.
  public String passOverConflicts() {
    // PostgreSQL refuses the clause for views whose triggers do the inserting.
    if (kind == RelationKind.TRIGGERED_VIEW) {
      return "";
    }
    if (!traits.deferredKeys()) {
      return " ON CONFLICT DO NOTHING";
    }
    // Of a table with deferred keys the clause must name another one.
    return keys.stream()
        .findFirst()
        .map(key -> " ON CONFLICT (" + ColumnSet.names(columns(key.columns())) + ") DO NOTHING")
        .orElse("");
  }

  /// Whether COPY can write it; row security and views leave only INSERT.
  public boolean takesCopy() {
    return !traits.rowSecurity() && !kind.isView();
  }

  @Override
  public boolean leavesNull(Column column) {
    return kind == RelationKind.TABLE && !column.hasDefault() && !column.generated();
  }

  /// Whether null in the column is an error in any case: a trigger could still fill it.
  public boolean refusesNull(Column column) {
    return column.notNull() && leavesNull(column) && !traits.rowTriggers();
  }

  /// Whether a row of just these columns may break a rule of the table that the row which is there
  /// already, with its other columns, does not break.
  public boolean needsMoreThan(List<Column> some) {
    return some.size() < columns.size()
        && (traits.checks()
            || columns.stream().anyMatch(each -> !some.contains(each) && needsValue(each)));
  }

  private static boolean needsValue(Column column) {
    return column.notNull() && !column.hasDefault() && !column.generated();
  }

  /// The columns of these names, in this order.
  public List<Column> columns(List<String> names) {
    var all = new ArrayList<Column>();
    names.forEach(each -> column(each).ifPresent(all::add));
    return all;
  }
}
