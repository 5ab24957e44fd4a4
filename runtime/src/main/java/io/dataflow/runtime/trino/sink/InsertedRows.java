package io.dataflow.runtime.trino.sink;

import io.dataflow.api.json.Bytes;
import io.dataflow.api.message.Message;
import io.dataflow.api.transformation.RecordException;
import io.dataflow.runtime.connector.batch.PartRefusedException;
import io.dataflow.runtime.connector.batch.Refusal;
import io.dataflow.runtime.connector.batch.Refusals;
import io.dataflow.runtime.connector.table.Column;
import io.dataflow.runtime.connector.table.Layout;
import java.util.List;
import java.util.Optional;

/// The rows of a part, as one INSERT has them. Used again for the next part.
final class InsertedRows {
  /// What is kept for the next part.
  private static final int KEPT = 4 << 20;

  private Bytes rows = new Bytes(1 << 16);
  private final Bytes scratch = new Bytes(256);
  private List<Column> columns = List.of();

  /// The statement that writes the messages; empty when none of them is a row. Those that are none
  /// are put among the refusals.
  ///
  /// @param most bytes that rows of several messages may have together
  /// @throws PartRefusedException when they have more
  /// @throws io.dataflow.runtime.connector.table.LayoutChangedException when all is to be encoded
  ///     anew
  Optional<String> statement(
      Layout<TrinoTable> layout, List<Message> part, Refusals refusals, int most)
      throws PartRefusedException {
    clear();
    refusals.clear();
    for (int i = 0; i < part.size(); i++) {
      int before = rows.size();
      try {
        add(layout, part.get(i));
      } catch (RecordException e) {
        rows.truncate(before);
        refusals.add(i, Refusal.invalid(e.getMessage()));
      }
      if (rows.size() > most && before > 0) {
        throw PartRefusedException.tooLarge(i);
      }
    }
    return rows.size() == 0
        ? Optional.empty()
        : Optional.of(
            new WriteStatement(layout.table().fullName(), columns, List.of(), List.of())
                .of(rows.toString()));
  }

  private void add(Layout<TrinoTable> layout, Message message) {
    var row = layout.row(message);
    var plan = layout.plan(layout.change(message), row.shape());
    // All plans have the same columns: those that any record so far had.
    columns = plan.set().columns();
    if (rows.size() > 0) {
      rows.put(',');
    }
    rows.put('[');
    plan.encode(row, scratch, rows);
    rows.put(']');
  }

  private void clear() {
    if (rows.array().length > KEPT) {
      rows = new Bytes(1 << 16);
    }
    rows.clear();
    columns = List.of();
  }
}
