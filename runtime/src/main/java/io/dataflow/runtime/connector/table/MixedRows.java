package io.dataflow.runtime.connector.table;

import io.dataflow.api.json.Bytes;
import io.dataflow.api.json.JsonObject;
import java.util.ArrayList;
import java.util.Comparator;
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
  private record Group(int step, RowChange change, ColumnSet set) {
    /// The group of the key's next row: of several that are alike the statement takes the newest.
    Group next(Row row) {
      boolean alike = step >= 0 && row.change == change && row.set == set;
      return alike ? this : new Group(step + 1, row.change, row.set);
    }
  }

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
    return rows.computeIfAbsent(key, _ -> new RowSteps(layout.mode()));
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
  public List<List<Row>> groups() {
    var groups = new LinkedHashMap<Group, List<Row>>();
    for (var steps : rows.values()) {
      var group = new Group(-1, RowChange.WRITE, layout.seen());
      for (var row : steps.all()) {
        group = group.next(row);
        groups.computeIfAbsent(group, _ -> new ArrayList<>()).add(row);
      }
    }
    return groups.entrySet().stream()
        .sorted(Comparator.comparingInt(group -> group.getKey().step))
        .map(Map.Entry::getValue)
        .toList();
  }
}
