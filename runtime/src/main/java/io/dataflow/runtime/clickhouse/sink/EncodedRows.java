package io.dataflow.runtime.clickhouse.sink;

import io.dataflow.api.json.Bytes;
import io.dataflow.api.message.Message;
import io.dataflow.api.transformation.RecordException;
import io.dataflow.runtime.clickhouse.ClickhouseName;
import io.dataflow.runtime.connector.batch.PartRefusedException;
import io.dataflow.runtime.connector.batch.Refusal;
import io.dataflow.runtime.connector.batch.Refusals;
import io.dataflow.runtime.connector.table.Column;
import io.dataflow.runtime.connector.table.ColumnSet;
import io.dataflow.runtime.connector.table.Layout;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// The rows of a part, as one INSERT sends them. Used again for the next part.
final class EncodedRows {
  /// What is kept for the next part.
  private static final int KEPT = 16 << 20;

  private Bytes rows = new Bytes(1 << 16);
  private final Bytes scratch = new Bytes(256);
  private final List<Integer> messages = new ArrayList<>();
  private Optional<ColumnSet> columns = Optional.empty();

  /// Takes the messages; those that are no rows are put among the refusals.
  ///
  /// @throws io.dataflow.runtime.connector.table.LayoutChangedException when all is to be encoded
  ///     anew
  void encode(Layout<ClickhouseTable> layout, List<Message> part, Refusals refusals)
      throws PartRefusedException {
    clear();
    refusals.clear();
    for (int i = 0; i < part.size(); i++) {
      int before = rows.size();
      try {
        var message = part.get(i);
        var row = layout.row(message);
        var plan = layout.plan(layout.change(message), row.shape());
        // All plans have the same columns: those that any record so far had.
        columns = Optional.of(plan.set());
        plan.encode(row, scratch, rows);
        messages.add(i);
      } catch (RecordException e) {
        rows.truncate(before);
        refusals.add(i, Refusal.invalid(e.getMessage()));
      }
    }
  }

  private void clear() {
    if (rows.array().length > KEPT) {
      rows = new Bytes(1 << 16);
    }
    rows.clear();
    messages.clear();
    columns = Optional.empty();
  }

  /// Whether no message has become a row.
  boolean isEmpty() {
    return messages.isEmpty();
  }

  /// The rows, in the format RowBinaryWithDefaults.
  Bytes bytes() {
    return rows;
  }

  /// How many there are.
  int count() {
    return messages.size();
  }

  /// Which message of the part a row came of.
  int message(int row) {
    return messages.get(row);
  }

  /// The statement that takes them.
  String statement(Layout<ClickhouseTable> layout) {
    var names =
        columns().stream()
            .map(column -> ClickhouseName.quoted(column.name()))
            .collect(Collectors.joining(", "));
    return "INSERT INTO %s (%s) FORMAT RowBinaryWithDefaults"
        .formatted(ClickhouseName.quoted(layout.table().name()), names);
  }

  /// The columns that they have values for.
  List<Column> columns() {
    return columns.map(ColumnSet::columns).orElse(List.of());
  }
}
