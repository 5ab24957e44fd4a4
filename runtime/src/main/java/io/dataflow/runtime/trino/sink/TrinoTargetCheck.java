package io.dataflow.runtime.trino.sink;

import io.dataflow.api.connector.TrinoSink;
import io.dataflow.runtime.connector.table.Column;
import io.dataflow.runtime.connector.table.Deletes;
import io.dataflow.runtime.connector.table.Layout;
import io.dataflow.runtime.connector.table.WriteMode;
import io.dataflow.runtime.connector.table.row.FieldRow;
import io.dataflow.runtime.connector.table.row.RawRow;
import io.dataflow.runtime.connector.table.row.RowForm;
import io.dataflow.runtime.trino.TrinoProblem;
import io.dataflow.runtime.trino.type.TrinoType;
import java.util.Optional;

/// Looks whether a table can be written as the sink's settings ask, so that what can never work is
/// said before the first record.
record TrinoTargetCheck(TrinoSink sink, TrinoProblem problem) {

  /// The layout of the table.
  ///
  /// @throws io.dataflow.runtime.connector.FlowException when it lacks what the settings need
  Layout<TrinoTable> layout(TrinoTable table) {
    if (sink.rawMode()) {
      checkRaw(table);
    }
    return new Layout<>(table, mode(table), TrinoType.ROW);
  }

  private WriteMode mode(TrinoTable table) {
    if (!sink.upsertMode()) {
      return WriteMode.insert(form(sink));
    }
    var key = sink.conflictColumns().stream().map(name -> key(table, name)).toList();
    return new WriteMode(form(sink), key, Optional.empty(), new Deletes.AsRows());
  }

  private Column key(TrinoTable table, String name) {
    return table
        .column(name)
        .orElseThrow(
            () ->
                problem.setup(
                    "`conflictKey` names `%s`, but `%s` has no such column. Its columns: %s."
                        .formatted(name, table.name(), table.columnNames())));
  }

  /// What of a message becomes a row.
  static RowForm form(TrinoSink sink) {
    return sink.rawMode() ? new RawRow(sink.metadataPrefix()) : new FieldRow(false);
  }

  private void checkRaw(TrinoTable table) {
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

  private void checkRaw(TrinoTable table, String column) {
    if (table.column(column).isEmpty()) {
      throw problem.setup(
          ("`rawMode` writes the column `%s`, and the table `%s` has none."
                  + " Leave `rawMode` out, or run: ALTER TABLE %s ADD COLUMN %s varchar")
              .formatted(column, table.name(), table.name(), column));
    }
  }
}
