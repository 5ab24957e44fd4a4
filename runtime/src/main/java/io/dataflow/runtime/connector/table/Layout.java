package io.dataflow.runtime.connector.table;

import io.dataflow.api.json.JsonObject;
import io.dataflow.api.json.Shape;
import io.dataflow.api.message.Message;
import io.dataflow.api.transformation.RecordException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;

/// How records are laid out over the columns of a table: for each shape of records the plan, for
/// each set of columns its one object. Lives as long as the description of the table does.
///
/// @param <T> what the sink itself knows of the table
public final class Layout<T extends TableSchema> {
  private static final long BYTES_MAX = 4 << 20;
  private static final int OVERHEAD = 200;
  private static final Duration BELIEVED = Duration.ofSeconds(1);

  private final T table;
  private final WriteMode mode;
  private long readAt = System.nanoTime();
  private final RowFormat format;
  private final BoundedCache<Shape, RowPlan> plans =
      new BoundedCache<>(new IdentityHashMap<>(), BYTES_MAX);
  private final BoundedCache<BitSet, ColumnSet> sets =
      new BoundedCache<>(new HashMap<>(), BYTES_MAX);
  private final BitSet seen = new BitSet();
  private final LeftOut leftOut = new LeftOut();

  /// For records that are written into the table in this way.
  public Layout(T table, WriteMode mode, RowFormat format) {
    this.table = table;
    this.format = format;
    this.mode = mode;
  }

  /// The row that a message is.
  ///
  /// @throws RecordException when it is none
  public JsonObject row(Message message) {
    return mode.form().row(message);
  }

  /// The table.
  public T table() {
    return table;
  }

  /// How its rows are written.
  RowFormat format() {
    return format;
  }

  /// Whether the table may have changed since it was described.
  public boolean isOld() {
    return System.nanoTime() - readAt > BELIEVED.toNanos();
  }

  /// Whether the other one, just read, says the same; then this one is as good as new.
  public boolean isConfirmedBy(Layout<T> other) {
    boolean same = table.isLike(other.table) && mode.equals(other.mode);
    if (same) {
      readAt = System.nanoTime();
    }
    return same;
  }

  /// The columns of the upsert's key; none without an upsert.
  public List<Column> conflictKey() {
    return mode.conflictKey();
  }

  /// The columns that tell records apart: the upsert's key, else the primary key.
  List<Column> identity() {
    return !conflictKey().isEmpty() ? conflictKey() : table.key();
  }

  /// All columns that any record so far had a value for.
  public ColumnSet seen() {
    return set(seen);
  }

  /// The plan for records of a shape.
  ///
  /// @throws LayoutChangedException when what was planned so far does not hold any more
  public RowPlan plan(Shape shape) {
    var known = plans.get(shape);
    if (known.isPresent()) {
      if (known.get().lacksColumn() && isOld()) {
        throw new LayoutChangedException(LayoutChangedException.Cause.UNKNOWN_COLUMN);
      }
      return known.get();
    }
    var plan = newPlan(shape);
    plans.put(shape, plan, size(shape));
    return plan;
  }

  /// What a shape and its plan take, about. The key keeps the shape's names alive.
  private static long size(Shape shape) {
    long size = OVERHEAD;
    for (int i = 0; i < shape.size(); i++) {
      size += OVERHEAD + shape.quotedName(i).length;
    }
    return size;
  }

  /// What the plans and the sets of columns take, about.
  long cachedBytes() {
    return plans.bytes() + sets.bytes();
  }

  /// Sees the columns of all these messages, so that none of them changes the layout later.
  public void survey(List<Message> messages) {
    for (int i = 0; i < messages.size(); i++) {
      try {
        plan(row(messages.get(i)).shape());
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
      if (mode.form().leavesOut(shape.name(i), column.isPresent())) {
        leftOut.warn(table.name(), shape.name(i));
        continue;
      }
      if (column.isEmpty() || column.get().generated()) {
        return unwritable(shape.name(i), column.isPresent());
      }
      named.set(column.get().position());
      fields[column.get().position()] = i;
    }
    if (named.isEmpty()) {
      return RowPlan.impossible("the body is an empty object, but a row needs at least one field");
    }
    for (var key : conflictKey()) {
      if (!named.get(key.position())) {
        return RowPlan.impossible(
            "`%s` is missing, but it is the key of the upsert".formatted(key.name()));
      }
    }
    see(named);
    var all = widened(named);
    return RowPlan.of(format, set(all), fieldsOf(all, named, fields), conflictKey());
  }

  private RowPlan unwritable(String name, boolean generated) {
    if (generated) {
      return RowPlan.impossible(
          ("`%s` of the table `%s` is a generated column, which the server computes."
                  + " Take the field out with a `remove` step.")
              .formatted(ShownName.of(name), table.name()));
    }
    if (isOld()) {
      throw new LayoutChangedException(LayoutChangedException.Cause.UNKNOWN_COLUMN);
    }
    return RowPlan.lackingColumn(
        ("the table `%s` has no column `%s`."
                + " Take the field out with a `remove` or `select` step, or add the column.")
            .formatted(table.name(), ShownName.of(name)));
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
    if (conflictKey().isEmpty()) {
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
    if (known.isPresent()) {
      return known.get();
    }
    var columns = new ArrayList<Column>();
    positions.stream().forEach(i -> columns.add(table.columns().get(i)));
    var set = new ColumnSet(columns);
    sets.put((BitSet) positions.clone(), set, OVERHEAD + 2L * set.names().length());
    return set;
  }
}
