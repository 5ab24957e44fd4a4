package io.dataflow.runtime.postgresql;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The table as the catalog described it at one moment.
final class Table {
  private final QualifiedName name;
  private final RelationKind kind;
  private final Traits traits;
  private final Rights rights;
  private final List<Column> columns;
  private final List<UniqueKey> keys;
  private final Map<String, Column> byName = new HashMap<>();

  Table(
      QualifiedName name,
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

  QualifiedName name() {
    return name;
  }

  RelationKind kind() {
    return kind;
  }

  Rights rights() {
    return rights;
  }

  List<Column> columns() {
    return columns;
  }

  Optional<Column> column(String columnName) {
    return Optional.ofNullable(byName.get(columnName));
  }

  Optional<UniqueKey> primaryKey() {
    return keys.stream().filter(UniqueKey::primary).findFirst();
  }

  /// Whether a unique index has just these columns.
  boolean isUnique(List<String> names) {
    return keys.stream().anyMatch(key -> key.isOf(names));
  }

  /// Whether rows are written into both in the same way.
  boolean isLike(Table other) {
    return name.equals(other.name)
        && kind == other.kind
        && traits.equals(other.traits)
        && columns.equals(other.columns)
        && keys.equals(other.keys);
  }

  /// What lets an INSERT pass over rows that are there already; empty where nothing does.
  String passOverConflicts() {
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
  boolean takesCopy() {
    return !traits.rowSecurity() && !kind.isView();
  }

  /// Whether a row without the column gets null there, so that null may be written in its place.
  boolean leavesNull(Column column) {
    return kind == RelationKind.TABLE && !column.hasDefault() && !column.generated();
  }

  /// Whether null in the column is an error in any case: a trigger could still fill it.
  boolean refusesNull(Column column) {
    return column.notNull() && leavesNull(column) && !traits.rowTriggers();
  }

  /// The columns of these names, in this order.
  List<Column> columns(List<String> names) {
    var all = new ArrayList<Column>();
    names.forEach(each -> column(each).ifPresent(all::add));
    return all;
  }
}
