package io.dataflow.runtime.postgresql;

import io.dataflow.api.json.Shape;
import io.dataflow.api.message.Message;
import io.dataflow.api.transformation.RecordException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/// How records are laid out over the columns of a table: for each shape of records the plan, for
/// each set of columns its one object. Lives as long as the description of the table does.
final class Layout {
  private static final int PLANS_MAX = 1000;
  private static final int SETS_MAX = 10_000;
  private static final Duration BELIEVED = Duration.ofSeconds(1);

  private final Table table;
  private final List<Column> conflictKey;
  private long readAt = System.nanoTime();
  private final Map<Shape, RowPlan> plans = new IdentityHashMap<>();
  private final Map<BitSet, ColumnSet> sets = new HashMap<>();
  private final BitSet seen = new BitSet();

  /// @param conflictKey the key of the upsert; empty without one
  Layout(Table table, List<Column> conflictKey) {
    this.table = table;
    this.conflictKey = conflictKey;
  }

  Table table() {
    return table;
  }

  /// Whether the table may have changed since it was described.
  boolean isOld() {
    return System.nanoTime() - readAt > BELIEVED.toNanos();
  }

  /// Whether the other one, just read, says the same; then this one is as good as new.
  boolean isConfirmedBy(Layout other) {
    boolean same = table.isLike(other.table) && conflictKey.equals(other.conflictKey);
    if (same) {
      readAt = System.nanoTime();
    }
    return same;
  }

  /// The columns of the upsert's key; none without an upsert.
  List<Column> conflictKey() {
    return conflictKey;
  }

  /// The columns that tell records apart: the upsert's key, else the primary key.
  List<Column> identity() {
    return !conflictKey.isEmpty()
        ? conflictKey
        : table.primaryKey().map(key -> table.columns(key.columns())).orElse(List.of());
  }

  /// All columns that any record so far had a value for.
  ColumnSet seen() {
    return set(seen);
  }

  /// The plan for records of a shape.
  ///
  /// @throws LayoutChangedException when what was planned so far does not hold any more
  RowPlan plan(Shape shape) {
    var plan = plans.get(shape);
    if (plan != null && plan.lacksColumn() && isOld()) {
      throw new LayoutChangedException(LayoutChangedException.Cause.UNKNOWN_COLUMN);
    }
    if (plan == null) {
      plan = newPlan(shape);
      if (plans.size() >= PLANS_MAX) {
        // Records with ever new keys: their shapes must not be kept for ever.
        plans.clear();
      }
      plans.put(shape, plan);
    }
    return plan;
  }

  /// Sees the columns of all these messages, so that none of them changes the layout later.
  void survey(List<Message> messages) {
    for (int i = 0; i < messages.size(); i++) {
      try {
        plan(RowObject.of(messages.get(i)).shape());
      } catch (LayoutChangedException e) {
        if (e.tableIsStale()) {
          return;
        }
        i--;
      } catch (RecordException e) {
        // It is no row, so it has no columns; whoever writes the messages refuses it.
        continue;
      }
    }
  }

  private RowPlan newPlan(Shape shape) {
    var fields = new int[table.columns().size()];
    var named = new BitSet();
    for (int i = 0; i < shape.size(); i++) {
      var column = table.column(shape.name(i));
      if (column.isEmpty() || column.get().generated()) {
        return unwritable(shape.name(i), column.isPresent());
      }
      named.set(column.get().position());
      fields[column.get().position()] = i;
    }
    if (named.isEmpty()) {
      return RowPlan.impossible("the body is an empty object, but a row needs at least one field");
    }
    for (var key : conflictKey) {
      if (!named.get(key.position())) {
        return RowPlan.impossible(
            "`%s` is missing, but it is the key of the upsert".formatted(key.name()));
      }
    }
    see(named);
    var all = widened(named);
    return RowPlan.of(set(all), fieldsOf(all, named, fields), conflictKey);
  }

  private RowPlan unwritable(String name, boolean generated) {
    if (generated) {
      return RowPlan.impossible(
          ("`%s` of the table `%s` is a generated column, PostgreSQL computes it."
                  + " Take the field out with a `remove` step.")
              .formatted(name, table.name()));
    }
    if (isOld()) {
      throw new LayoutChangedException(LayoutChangedException.Cause.UNKNOWN_COLUMN);
    }
    return RowPlan.lackingColumn(
        ("the table `%s` has no column `%s`."
                + " Take the field out with a `remove` or `select` step, or add the column.")
            .formatted(table.name(), name));
  }

  /// Takes note of the columns. More of them make every plan wider, so all are made anew.
  private void see(BitSet named) {
    int before = seen.cardinality();
    seen.or(named);
    if (seen.cardinality() > before) {
      plans.clear();
      throw new LayoutChangedException(LayoutChangedException.Cause.MORE_COLUMNS);
    }
  }

  /// With the columns in which a missing value is null anyway: so nearly all records have the same
  /// columns, and one statement writes them. In an upsert a missing value must not become null.
  private BitSet widened(BitSet named) {
    var all = (BitSet) named.clone();
    if (conflictKey.isEmpty()) {
      seen.stream().filter(i -> table.leavesNull(table.columns().get(i))).forEach(all::set);
    }
    return all;
  }

  private static int[] fieldsOf(BitSet all, BitSet named, int[] fields) {
    return all.stream().map(i -> named.get(i) ? fields[i] : -1).toArray();
  }

  /// The one set of columns that has both sets' columns.
  ColumnSet union(ColumnSet one, ColumnSet other) {
    var positions = new BitSet();
    one.columns().forEach(column -> positions.set(column.position()));
    other.columns().forEach(column -> positions.set(column.position()));
    return set(positions);
  }

  private ColumnSet set(BitSet positions) {
    var known = sets.get(positions);
    if (known == null) {
      if (sets.size() >= SETS_MAX) {
        sets.clear();
      }
      var columns = new ArrayList<Column>();
      positions.stream().forEach(i -> columns.add(table.columns().get(i)));
      known = new ColumnSet(columns);
      sets.put((BitSet) positions.clone(), known);
    }
    return known;
  }
}
