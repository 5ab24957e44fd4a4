package io.dataflow.runtime.connector.table;

import io.dataflow.api.json.Bytes;
import io.dataflow.api.json.JsonObject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Records with different columns, sorted into one statement for each set of columns. Records with
/// the same key become one row first, so the order of the statements does not matter: in an upsert
/// the last value of each column counts, in an insert the first record.
public final class MixedRows {
  private final Layout<?> layout;
  private final Map<Object, Row> rows = new LinkedHashMap<>();

  /// A row on its way: the encoded values of its columns.
  ///
  /// @param message which message of the part it came from, -1 when several have become one
  public record Row(ColumnSet set, byte[][] values, int message) {
    /// The message of a row that several messages have become.
    public static final int SEVERAL = -1;

    /// The value of a column; empty when the row has none.
    Optional<byte[]> value(Column column) {
      int index = set.columns().indexOf(column);
      return index < 0 ? Optional.empty() : Optional.of(values[index]);
    }

    Row with(Row later, ColumnSet both) {
      var merged = new byte[both.columns().size()][];
      for (int i = 0; i < merged.length; i++) {
        var column = both.columns().get(i);
        merged[i] = later.value(column).or(() -> value(column)).orElseThrow();
      }
      return new Row(both, merged, SEVERAL);
    }
  }

  /// An empty collection of rows for this layout.
  public MixedRows(Layout<?> layout) {
    this.layout = layout;
  }

  /// Adds a message's record.
  ///
  /// @throws io.dataflow.api.transformation.RecordException when it is no row
  public void add(int message, JsonObject object, Bytes scratch) {
    var plan = layout.plan(object.shape());
    var row = new Row(plan.set(), plan.values(object, scratch), message);
    var key = key(row);
    if (key.isEmpty()) {
      rows.put(row, row);
    } else if (layout.conflictKey().isEmpty()) {
      rows.putIfAbsent(key, row);
    } else {
      rows.merge(key, row, (one, later) -> one.with(later, layout.union(one.set, later.set)));
    }
  }

  /// The row's key, in a form in which equal keys are equal; empty when it has none.
  private List<String> key(Row row) {
    var key = new ArrayList<String>();
    for (var column : layout.identity()) {
      var value = row.value(column);
      if (value.isEmpty() || layout.format().isNull(value.get())) {
        return List.of();
      }
      key.add(column.keyForm().of(value.get()));
    }
    return key;
  }

  /// The rows, those with the same columns together.
  public Collection<List<Row>> groups() {
    var groups = new LinkedHashMap<ColumnSet, List<Row>>();
    for (var row : rows.values()) {
      groups.computeIfAbsent(row.set, set -> new ArrayList<>()).add(row);
    }
    return groups.values();
  }
}
