package io.dataflow.runtime.connector.table;

import io.dataflow.api.json.JsonObject;
import io.dataflow.api.json.Shape;
import io.dataflow.api.message.Message;
import io.dataflow.api.transformation.RecordException;
import java.time.Duration;
import java.util.BitSet;
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
  private final BoundedCache<Shape, RowPlan> deletions =
      new BoundedCache<>(new IdentityHashMap<>(), BYTES_MAX);
  private final ColumnSets sets;
  private final LeftOut leftOut = new LeftOut();

  /// For records that are written into the table in this way.
  public Layout(T table, WriteMode mode, RowFormat format) {
    this.table = table;
    this.format = format;
    this.mode = mode;
    this.sets = new ColumnSets(table);
  }

  /// The row that a message is.
  ///
  /// @throws RecordException when it is none
  public JsonObject row(Message message) {
    return mode.form().row(message);
  }

  /// What a record asks for.
  public RowChange change(Message message) {
    return mode.deletes().change(message);
  }

  /// How records are written.
  public WriteMode mode() {
    return mode;
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
    return sets.seen();
  }

  /// The plan for records of a shape that ask for this.
  ///
  /// @throws LayoutChangedException when what was planned so far does not hold any more
  public RowPlan plan(RowChange change, Shape shape) {
    return switch (change) {
      case WRITE -> plan(shape);
      case DELETE -> deletion(shape);
    };
  }

  private RowPlan deletion(Shape shape) {
    var known = deletions.get(shape);
    if (known.isPresent()) {
      return known.get();
    }
    var plan = newDeletion(shape);
    deletions.put(shape, plan, size(shape));
    return plan;
  }

  /// Whatever else such a record has, its key is all that counts.
  private RowPlan newDeletion(Shape shape) {
    var fields = new int[table.columns().size()];
    var named = new BitSet();
    for (var key : conflictKey()) {
      int field = shape.indexOf(key.name());
      if (field < 0) {
        return RowPlan.impossible(
            "`%s` is missing, but it is the key of the row to delete".formatted(key.name()));
      }
      named.set(key.position());
      fields[key.position()] = field;
    }
    see(named);
    return RowPlan.of(format, sets.of(named), fieldsOf(named, named, fields), mode);
  }

  /// The plan for records of a shape.
  ///
  /// @throws LayoutChangedException when what was planned so far does not hold any more
  public RowPlan plan(Shape shape) {
    var known = plans.get(shape);
    if (known.isPresent() && known.get().lacksColumn() && isOld()) {
      throw new LayoutChangedException(LayoutChangedException.Cause.UNKNOWN_COLUMN);
    }
    if (known.isPresent()) {
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
    return plans.bytes() + deletions.bytes() + sets.bytes();
  }

  /// Sees the columns of all these messages, so that none of them changes the layout later.
  public void survey(List<Message> messages) {
    for (int i = 0; i < messages.size(); i++) {
      try {
        plan(change(messages.get(i)), row(messages.get(i)).shape());
      } catch (LayoutChangedException e) {
        if (e.tableIsStale() || e.lacksColumns()) {
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
      if (column.isEmpty()) {
        return lacking(shape, shape.name(i));
      }
      if (column.get().generated()) {
        return RowPlan.generated(table.name(), shape.name(i));
      }
      int position = column.get().position();
      if (named.get(position) && !shape.name(fields[position]).equals(shape.name(i))) {
        return RowPlan.twice(column.get().name());
      }
      named.set(position);
      fields[position] = i;
    }
    if (named.isEmpty()) {
      return RowPlan.impossible("the body is an empty object, but a row needs at least one field");
    }
    for (var column : mode.required()) {
      if (!named.get(column.position())) {
        return RowPlan.impossible(
            "`%s` is missing, but it is the %s of the upsert"
                .formatted(column.name(), mode.role(column)));
      }
    }
    see(named);
    var all = widened(named);
    return RowPlan.of(format, sets.of(all), fieldsOf(all, named, fields), mode);
  }

  private RowPlan lacking(Shape shape, String name) {
    if (isOld()) {
      throw new LayoutChangedException(LayoutChangedException.Cause.UNKNOWN_COLUMN);
    }
    if (mode.form().asksForColumns() && table.takesColumns(MissingColumns.of(table, shape))) {
      throw new LayoutChangedException(LayoutChangedException.Cause.MISSING_COLUMN);
    }
    return RowPlan.lackingColumn(
        ("the table `%s` has no column `%s`."
                + " Take the field out with a `remove` or `select` step, or add the column.")
            .formatted(table.name(), ShownName.of(name)));
  }

  /// Takes note of the columns. More of them make every plan wider, so all are made anew.
  private void see(BitSet named) {
    if (sets.see(named)) {
      plans.clear();
      throw new LayoutChangedException(LayoutChangedException.Cause.MORE_COLUMNS);
    }
  }

  /// In an upsert a missing value must not become null, unless the row is replaced.
  private BitSet widened(BitSet named) {
    return conflictKey().isEmpty() || table.replacesWholeRows() ? sets.widened(named) : named;
  }

  private static int[] fieldsOf(BitSet all, BitSet named, int[] fields) {
    return all.stream().map(i -> named.get(i) ? fields[i] : -1).toArray();
  }

  /// The one set of columns that has both sets' columns.
  ColumnSet union(ColumnSet one, ColumnSet other) {
    return sets.union(one, other);
  }
}
