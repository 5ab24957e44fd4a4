package io.dataflow.runtime.clickhouse.sink;

import io.dataflow.api.connector.ClickhouseSink;
import io.dataflow.runtime.clickhouse.ClickhouseProblem;
import io.dataflow.runtime.clickhouse.encode.ClickhouseType;
import io.dataflow.runtime.connector.table.Column;
import io.dataflow.runtime.connector.table.Deletes;
import io.dataflow.runtime.connector.table.Layout;
import io.dataflow.runtime.connector.table.WriteMode;
import io.dataflow.runtime.connector.table.row.FieldRow;
import io.dataflow.runtime.connector.table.row.RawRow;
import io.dataflow.runtime.connector.table.row.RowForm;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Looks whether a table can be written as the sink's settings ask, so that what can never work is
/// said before the first record.
record TargetCheck(ClickhouseSink sink, ClickhouseProblem problem) {

  /// The layout of the table.
  ///
  /// @throws io.dataflow.runtime.connector.FlowException when it lacks what the settings need
  Layout<ClickhouseTable> layout(ClickhouseTable table) {
    if (sink.rawMode()) {
      checkRaw(table);
    }
    return new Layout<>(table, mode(table), ClickhouseType.ROW);
  }

  private WriteMode mode(ClickhouseTable table) {
    if (!sink.upsertMode()) {
      return WriteMode.insert(form(sink));
    }
    if (!table.engine().matches("\\w*ReplacingMergeTree.*|Distributed.*")) {
      throw problem.setup(
          ("`upsertMode` needs a table of the engine ReplacingMergeTree, and `%s` is a %s. Name"
                  + " another table, or leave the setting out.")
              .formatted(table.name(), table.engine()));
    }
    return new WriteMode(form(sink), key(table), version(table), new Deletes.AsRows());
  }

  private List<Column> key(ClickhouseTable table) {
    var wanted = sink.conflictColumns();
    // A table on many servers has its key there.
    boolean known = !table.sortingKey().isEmpty();
    if (known && !wanted.isEmpty() && !table.isSortedBy(wanted)) {
      throw problem.setup(
          ("`conflictKey` must be the sorting key of `%s`, which keeps one row for each: `%s`."
                  + " Correct it or leave it out.")
              .formatted(table.name(), String.join(", ", table.sortingKey())));
    }
    return table.columns(known ? table.sortingKey() : wanted);
  }

  private Optional<Column> version(ClickhouseTable table) {
    if (sink.replacingVersionColumn().isEmpty()) {
      return Optional.empty();
    }
    var name = sink.replacingVersionColumn().get();
    var column = table.column(name);
    if (column.isEmpty()) {
      throw problem.setup(
          "`replacingVersionColumn` names `%s`, but `%s` has no such column. Its columns: %s."
              .formatted(name, table.name(), table.columnNames()));
    }
    boolean replacing = table.engine().matches(".*ReplacingMergeTree.*");
    if (replacing && !table.engine().matches(".*[(, `]" + Pattern.quote(name) + "[`,) ].*")) {
      throw problem.setup(
          ("`replacingVersionColumn` names `%s`, but the engine of `%s` is %s. Create the table"
                  + " with that column in its engine, or leave the setting out.")
              .formatted(name, table.name(), table.engine()));
    }
    return column;
  }

  /// What of a message becomes a row.
  static RowForm form(ClickhouseSink sink) {
    return sink.rawMode() ? new RawRow(sink.metadataPrefix()) : new FieldRow(false);
  }

  private void checkRaw(ClickhouseTable table) {
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

  private void checkRaw(ClickhouseTable table, String column) {
    if (table.column(column).isEmpty()) {
      throw problem.setup(
          ("`rawMode` writes the column `%s`, and the table `%s` has none."
                  + " Leave `rawMode` out, or run: ALTER TABLE %s ADD COLUMN %s String")
              .formatted(column, table.name(), table.name(), column));
    }
  }
}
