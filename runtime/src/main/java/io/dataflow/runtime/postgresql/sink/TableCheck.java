package io.dataflow.runtime.postgresql.sink;

import io.dataflow.api.connector.PostgresqlSink;
import io.dataflow.runtime.connector.FlowException;
import io.dataflow.runtime.connector.table.Column;
import io.dataflow.runtime.connector.table.Layout;
import io.dataflow.runtime.connector.table.TableName;
import io.dataflow.runtime.connector.table.WriteMode;
import io.dataflow.runtime.connector.table.row.FieldRow;
import io.dataflow.runtime.connector.table.row.RawRow;
import io.dataflow.runtime.connector.table.row.RowForm;
import io.dataflow.runtime.postgresql.PostgresqlProblem;
import io.dataflow.runtime.postgresql.encode.ColumnType;
import io.dataflow.runtime.postgresql.table.PostgresqlTable;
import io.dataflow.runtime.postgresql.table.RelationKind;
import io.dataflow.runtime.postgresql.table.UniqueKey;
import java.util.List;
import java.util.stream.Collectors;

/// Looks whether a table can be written as the sink's settings ask, so that what can never work is
/// said before the first record.
record TableCheck(PostgresqlSink sink, PostgresqlProblem problem) {

  /// The layout of the table.
  ///
  /// @throws FlowException when a right or a key is missing
  Layout<PostgresqlTable> layout(PostgresqlTable table) {
    checkRights(table);
    if (sink.rawMode()) {
      checkRaw(table);
    }
    return new Layout<>(table, mode(table), ColumnType.ROW);
  }

  private WriteMode mode(PostgresqlTable table) {
    if (!sink.upsertMode()) {
      return WriteMode.insert(form(sink));
    }
    var key = conflictKey(table);
    var check = new UpsertCheck(sink, problem);
    return new WriteMode(form(sink), key, check.version(table, key), check.deletes(table, key));
  }

  /// What of a message becomes a row.
  static RowForm form(PostgresqlSink sink) {
    return sink.rawMode()
        ? new RawRow(sink.metadataPrefix())
        : new FieldRow(sink.addMissingColumns());
  }

  private void checkRaw(PostgresqlTable table) {
    checkRaw(table, RawRow.DATA);
    if (!sink.flattenMetadataColumns()) {
      checkRaw(table, RawRow.METADATA);
    } else if (table.column(RawRow.METADATA).isPresent()) {
      throw problem.setup(
          ("`flattenMetadataColumns` writes a column for each piece of metadata, and the table `%s`"
                  + " has one for all of it, `%s`. Leave the setting out, or name another table.")
              .formatted(table.name(), RawRow.METADATA));
    }
  }

  private void checkRaw(PostgresqlTable table, String column) {
    if (table.column(column).isEmpty()) {
      throw problem.setup(
          ("`rawMode` writes the column `%s`, and the table `%s` has none."
                  + " Leave `rawMode` out, or run: ALTER TABLE %s ADD COLUMN %s jsonb")
              .formatted(column, table.name(), table.name(), TableName.readable(column)));
    }
  }

  private void checkRights(PostgresqlTable table) {
    var rights = table.rights();
    if (!rights.insert()) {
      throw missing("write", "INSERT", table);
    }
    if (sink.upsertMode() && !rights.update()) {
      throw missing("update", "UPDATE", table);
    }
    if (sink.upsertMode() && !rights.select()) {
      throw missing("look for keys in", "SELECT", table);
    }
    if (sink.hardDelete() && !rights.delete()) {
      throw missing("delete from", "DELETE", table);
    }
    if (sink.addMissingColumns() && !rights.owner()) {
      throw problem.setup(
          ("`addMissingColumns` needs the owner of `%s`, and the user is not."
                  + " Leave it out, or run: ALTER TABLE %s OWNER TO …")
              .formatted(table.name(), table.name()));
    }
    boolean detour = sink.upsertMode() || table.primaryKey().isPresent() || !table.takesCopy();
    if (detour && !rights.temporary()) {
      throw problem.setup(
          ("the user may not create temporary tables, which rows for `%s` pass through."
                  + " Run: GRANT TEMPORARY ON DATABASE … TO …")
              .formatted(table.name()));
    }
  }

  private FlowException missing(String what, String right, PostgresqlTable table) {
    return problem.setup(
        "the user may not %s `%s`. Run: GRANT %s ON %s TO …"
            .formatted(what, table.name(), right, table.name()));
  }

  private List<Column> conflictKey(PostgresqlTable table) {
    if (table.kind() != RelationKind.TABLE) {
      throw problem.setup(
          ("`%s` is no ordinary table, so it has no key for `upsertMode`."
                  + " Name the table behind it.")
              .formatted(table.name()));
    }
    var wanted =
        sink.conflictKey().isPresent() ? sink.conflictColumns() : primaryKey(table).columns();
    for (var column : wanted) {
      if (table.column(column).isEmpty()) {
        throw problem.setup(
            "`conflictKey` names `%s`, but `%s` has no such column. Its columns: %s."
                .formatted(column, table.name(), names(table)));
      }
    }
    if (!table.isUnique(wanted)) {
      var columns = wanted.stream().map(TableName::readable).collect(Collectors.joining(", "));
      throw problem.setup(
          ("`conflictKey` needs a unique index on just these columns: %s."
                  + " Run: CREATE UNIQUE INDEX ON %s (%s)")
              .formatted(columns, table.name(), columns));
    }
    return table.columns(wanted);
  }

  private UniqueKey primaryKey(PostgresqlTable table) {
    return table
        .primaryKey()
        .orElseThrow(
            () ->
                problem.setup(
                    ("`upsertMode` needs a key, and `%s` has no primary key."
                            + " Give `conflictKey`, or add one.")
                        .formatted(table.name())));
  }

  private static String names(PostgresqlTable table) {
    return table.columns().stream().map(Column::name).collect(Collectors.joining(", "));
  }
}
