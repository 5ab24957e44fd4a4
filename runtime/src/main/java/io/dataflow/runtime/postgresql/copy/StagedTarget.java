package io.dataflow.runtime.postgresql.copy;

import io.dataflow.runtime.connector.table.Column;
import io.dataflow.runtime.connector.table.ColumnSet;
import io.dataflow.runtime.connector.table.Deletes;
import io.dataflow.runtime.connector.table.Layout;
import io.dataflow.runtime.connector.table.RowChange;
import io.dataflow.runtime.postgresql.table.PostgresqlTable;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// COPY into the temporary table, from where statements settle what to do with rows whose key is
/// there already: the first one stays (insert), the last one wins (upsert), or the row goes.
///
/// @param stage the temporary table
record StagedTarget(Layout<PostgresqlTable> layout, String stage) implements Target {

  @Override
  public String copy(ColumnSet set) {
    return "COPY " + stage + " (" + set.names() + ", " + Staging.ORDINAL + ") FROM STDIN";
  }

  @Override
  public boolean isNumbered() {
    return true;
  }

  @Override
  public String settle(RowChange change, ColumnSet set, long firstOrdinal) {
    return switch (change) {
      case WRITE -> write(set, firstOrdinal);
      case DELETE -> delete(firstOrdinal);
    };
  }

  private String delete(long firstOrdinal) {
    var source =
        "(SELECT DISTINCT %s FROM %s WHERE %s >= %d) AS source WHERE %s"
            .formatted(
                ColumnSet.names(layout.conflictKey()),
                stage,
                Staging.ORDINAL,
                firstOrdinal,
                sameKey("target"));
    var table = layout.table().name().quoted();
    return switch (layout.mode().deletes()) {
      case Deletes.Mark(var mark) ->
          "UPDATE %s AS target SET %s = now() FROM %s".formatted(table, mark.quotedName(), source);
      case Deletes.Remove _ -> "DELETE FROM %s AS target USING %s".formatted(table, source);
      // Such records are rows.
      case Deletes.AsRows _ -> "";
    };
  }

  private String write(ColumnSet set, long firstOrdinal) {
    var from = " FROM " + stage + " WHERE " + Staging.ORDINAL + " >= " + firstOrdinal;
    if (layout.conflictKey().isEmpty()) {
      var rows = " SELECT " + set.names() + from + " ORDER BY " + Staging.ORDINAL;
      return insert(set) + rows + layout.table().passOverConflicts();
    }
    var key = ColumnSet.names(layout.conflictKey());
    // In the order of the key, so that two writers never wait for each other.
    // Of several rows with the largest version the first one, behind which none is newer.
    var last =
        layout
            .mode()
            .version()
            .map(version -> version.quotedName() + " DESC, " + Staging.ORDINAL)
            .orElse(Staging.ORDINAL + " DESC");
    var order = " ORDER BY " + key + ", " + last;
    var rows = "SELECT DISTINCT ON (" + key + ") " + set.names() + from + order;
    var conflict = " ON CONFLICT (" + key + ")" + update(set);
    return layout.table().needsMoreThan(set.columns())
        ? updateFirst(set, rows) + insert(set) + " " + missing(set, rows) + conflict
        : insert(set) + " " + rows + conflict;
  }

  private String insert(ColumnSet set) {
    var name = layout.table().name().quoted();
    var into = "INSERT INTO " + name + " AS target (" + set.names() + ")";
    return set.columns().stream().anyMatch(Column::identityAlways)
        ? into + " OVERRIDING SYSTEM VALUE"
        : into;
  }

  private String update(ColumnSet set) {
    var assignments = assignments(set, "EXCLUDED");
    return assignments.isEmpty()
        ? " DO NOTHING"
        : " DO UPDATE SET " + assignments + ifNewer(" WHERE ", "EXCLUDED");
  }

  /// PostgreSQL checks the rules of the table for the row to insert before it looks whether the row
  /// is there already. A row of some columns breaks them where the whole row does not, so rows that
  /// are there are updated first, and only the others are inserted.
  private String updateFirst(ColumnSet set, String rows) {
    var assignments = assignments(set, "source");
    return assignments.isEmpty()
        ? ""
        : "UPDATE %s AS target SET %s FROM (%s) AS source WHERE %s%s; "
            .formatted(
                layout.table().name().quoted(),
                assignments,
                rows,
                sameKey("target"),
                ifNewer(" AND ", "source"));
  }

  private String ifNewer(String before, String from) {
    return layout
        .mode()
        .version()
        .map(Column::quotedName)
        .map(version -> before + from + "." + version + " > target." + version)
        .orElse("");
  }

  private String missing(ColumnSet set, String rows) {
    return "SELECT %s FROM (%s) AS source WHERE NOT EXISTS (SELECT FROM %s AS found WHERE %s)"
        .formatted(set.names(), rows, layout.table().name().quoted(), sameKey("found"));
  }

  private String sameKey(String alias) {
    return layout.conflictKey().stream()
        .map(Column::quotedName)
        .map(name -> alias + "." + name + " = source." + name)
        .collect(Collectors.joining(" AND "));
  }

  private String assignments(ColumnSet set, String from) {
    var all = new ArrayList<String>();
    for (var column : changed(set)) {
      all.add(column.quotedName() + " = " + from + "." + column.quotedName());
    }
    if (layout.mode().deletes() instanceof Deletes.Mark(var mark)
        && !set.columns().contains(mark)) {
      all.add(mark.quotedName() + " = NULL");
    }
    return String.join(", ", all);
  }

  private List<Column> changed(ColumnSet set) {
    var changed = new ArrayList<>(set.columns());
    // An identity column keeps the number that it has: PostgreSQL lets nobody change it.
    changed.removeIf(column -> column.identityAlways() || layout.conflictKey().contains(column));
    return changed;
  }
}
