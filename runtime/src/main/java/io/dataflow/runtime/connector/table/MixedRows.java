package io.dataflow.runtime.connector.table;

import io.dataflow.api.json.Bytes;
import io.dataflow.api.json.JsonObject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Records with different columns, or of which some delete, sorted into one statement for each set
/// of columns. Of the records with the same key, each has become one [step][RowSteps] or a few; in
/// an insert the first record counts.
public final class MixedRows {
  private final Layout<?> layout;
  private final Map<Object, RowSteps> rows = new LinkedHashMap<>();

  /// A row on its way: the encoded values of its columns.
  ///
  /// @param message which message of the part it came from, -1 when several have become one
  public record Row(RowChange change, ColumnSet set, byte[][] values, int message) {
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
      return new Row(change, both, merged, SEVERAL);
    }
  }

  /// Rows that one statement takes.
  private record Group(int step, RowChange change, ColumnSet set) {}

  /// An empty collection of rows for this layout.
  public MixedRows(Layout<?> layout) {
    this.layout = layout;
  }

  /// Adds a message's record.
  ///
  /// @throws io.dataflow.api.transformation.RecordException when it is no row
  public void add(int message, RowChange change, JsonObject object, Bytes scratch) {
    var plan = layout.plan(change, object.shape());
    var row = new Row(change, plan.set(), plan.values(object, scratch), message);
    var key = key(row);
    if (key.isEmpty()) {
      steps(row).add(row, layout);
    } else if (!layout.conflictKey().isEmpty()) {
      steps(key).add(row, layout);
    } else if (!rows.containsKey(key)) {
      steps(key).add(row, layout);
    }
  }

  private RowSteps steps(Object key) {
    return rows.computeIfAbsent(key, _ -> new RowSteps(layout.mode().deletes()));
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

  /// The rows, those that one statement takes together, in the order in which they are to be
  /// written.
  public Collection<List<Row>> groups() {
    var groups = new LinkedHashMap<Group, List<Row>>();
    int longest = rows.values().stream().mapToInt(steps -> steps.all().size()).max().orElse(0);
    for (int i = 0; i < longest; i++) {
      for (var steps : rows.values()) {
        if (i < steps.all().size()) {
          var row = steps.all().get(i);
          groups
              .computeIfAbsent(new Group(i, row.change, row.set), _ -> new ArrayList<>())
              .add(row);
        }
      }
    }
    return groups.values();
  }
}
