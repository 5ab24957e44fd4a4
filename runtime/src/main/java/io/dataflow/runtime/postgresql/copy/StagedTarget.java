package io.dataflow.runtime.postgresql.copy;

import io.dataflow.runtime.connector.table.Column;
import io.dataflow.runtime.connector.table.ColumnSet;
import io.dataflow.runtime.connector.table.Layout;
import io.dataflow.runtime.postgresql.table.PostgresqlTable;
import java.util.ArrayList;
import java.util.stream.Collectors;

/// COPY into the temporary table, from where one INSERT settles what to do with rows whose key is
/// there already: the first one stays (insert), or the last one wins (upsert).
///
/// @param stage the temporary table
public record StagedTarget(Layout<PostgresqlTable> layout, String stage) implements Target {

  @Override
  public String copy(ColumnSet set) {
    return "COPY " + stage + " (" + set.names() + ", " + Staging.ORDINAL + ") FROM STDIN";
  }

  @Override
  public boolean isNumbered() {
    return true;
  }

  @Override
  public String settle(ColumnSet set, long firstOrdinal) {
    var into = "INSERT INTO " + layout.table().name().quoted() + " (" + set.names() + ")";
    if (set.columns().stream().anyMatch(Column::identityAlways)) {
      into += " OVERRIDING SYSTEM VALUE";
    }
    var from = " FROM " + stage + " WHERE " + Staging.ORDINAL + " >= " + firstOrdinal;
    if (layout.conflictKey().isEmpty()) {
      var rows = " SELECT " + set.names() + from + " ORDER BY " + Staging.ORDINAL;
      return into + rows + layout.table().passOverConflicts();
    }
    var key = ColumnSet.names(layout.conflictKey());
    // In the order of the key, so that two writers never wait for each other.
    var order = " ORDER BY " + key + ", " + Staging.ORDINAL + " DESC";
    var rows = " SELECT DISTINCT ON (" + key + ") " + set.names() + from + order;
    return into + rows + " ON CONFLICT (" + key + ")" + update(set);
  }

  private String update(ColumnSet set) {
    var changed = new ArrayList<>(set.columns());
    // An identity column keeps the number that it has: PostgreSQL lets nobody change it.
    changed.removeIf(column -> column.identityAlways() || layout.conflictKey().contains(column));
    return changed.isEmpty()
        ? " DO NOTHING"
        : changed.stream()
            .map(column -> column.quotedName() + " = EXCLUDED." + column.quotedName())
            .collect(Collectors.joining(", ", " DO UPDATE SET ", ""));
  }
}
