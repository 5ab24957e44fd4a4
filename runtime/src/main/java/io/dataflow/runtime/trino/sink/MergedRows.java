package io.dataflow.runtime.trino.sink;

import io.dataflow.api.json.Bytes;
import io.dataflow.api.message.Message;
import io.dataflow.api.transformation.RecordException;
import io.dataflow.runtime.connector.batch.PartRefusedException;
import io.dataflow.runtime.connector.batch.Refusal;
import io.dataflow.runtime.connector.batch.Refusals;
import io.dataflow.runtime.connector.table.Column;
import io.dataflow.runtime.connector.table.Layout;
import io.dataflow.runtime.connector.table.MixedRows;
import io.dataflow.runtime.trino.type.TrinoType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// The rows of a part, as one MERGE has them: one for each key, because a MERGE must not meet a row
/// twice. What a record has no field for stays as it is in the table.
final class MergedRows {
  private static final int SEVERAL = 2;

  private MergedRows() {}

  /// The statement that writes the messages; empty when none of them is a row. Those that are none
  /// are put among the refusals.
  ///
  /// @param most bytes that rows of several messages may have together
  /// @throws PartRefusedException when they have more
  static Optional<String> statement(
      Layout<TrinoTable> layout, List<Message> part, Refusals refusals, int most)
      throws PartRefusedException {
    refusals.clear();
    var mixed = new MixedRows(layout);
    var scratch = new Bytes(256);
    for (int i = 0; i < part.size(); i++) {
      try {
        var message = part.get(i);
        mixed.add(i, layout.change(message), layout.row(message), scratch);
      } catch (RecordException e) {
        refusals.add(i, Refusal.invalid(e.getMessage()));
      }
    }
    var rows = mixed.groups().stream().flatMap(List::stream).toList();
    return rows.isEmpty() ? Optional.empty() : Optional.of(merge(layout, rows, part.size(), most));
  }

  private static String merge(
      Layout<TrinoTable> layout, List<MixedRows.Row> rows, int size, int most)
      throws PartRefusedException {
    var columns =
        rows.stream()
            .flatMap(row -> row.set().columns().stream())
            .distinct()
            .sorted(Comparator.comparingInt(Column::position))
            .toList();
    var partial =
        columns.stream()
            .filter(column -> rows.stream().anyMatch(row -> !row.set().columns().contains(column)))
            .toList();
    var json = new Bytes(1 << 16);
    for (var row : rows) {
      if (json.size() > 0) {
        json.put(',');
      }
      put(row, columns, partial, json);
    }
    if (json.size() > most && size >= SEVERAL) {
      throw PartRefusedException.tooLarge(size / 2);
    }
    return new WriteStatement(layout.table().fullName(), columns, layout.conflictKey(), partial)
        .of(json.toString());
  }

  private static void put(
      MixedRows.Row row, List<Column> columns, List<Column> partial, Bytes json) {
    var own = row.set().columns();
    var cells = new ArrayList<byte[]>();
    for (var column : columns) {
      int place = own.indexOf(column);
      cells.add(place < 0 ? TrinoType.ROW.nullValue() : row.values()[place]);
    }
    for (int i = 0; i < cells.size(); i++) {
      json.put(i == 0 ? '[' : ',');
      json.put(cells.get(i));
    }
    for (var column : partial) {
      json.put(own.contains(column) ? ",true" : ",false");
    }
    json.put(']');
  }
}
