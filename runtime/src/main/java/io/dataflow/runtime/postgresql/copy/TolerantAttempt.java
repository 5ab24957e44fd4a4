package io.dataflow.runtime.postgresql.copy;

import io.dataflow.api.message.Message;
import io.dataflow.api.transformation.RecordException;
import io.dataflow.runtime.connector.batch.PartRefusedException;
import io.dataflow.runtime.connector.batch.Refusal;
import io.dataflow.runtime.connector.batch.Refusals;
import io.dataflow.runtime.connector.table.ColumnSet;
import io.dataflow.runtime.connector.table.Layout;
import io.dataflow.runtime.connector.table.RowChange;
import io.dataflow.runtime.postgresql.table.PostgresqlTable;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// One try to write some records, in which the server leaves out those with a value that is none of
/// its column's type: where they are many, each costs a notice, and nothing is sent twice for it.
final class TolerantAttempt {
  private final Session session;
  private final Layout<PostgresqlTable> layout;
  private final Target target;
  private final TransactionBounds bounds;
  private final List<Message> messages;
  private final Refusals refusals;
  private final boolean dense;
  private Optional<TolerantCopy> copy = Optional.empty();
  private long conflicts;

  /// @param dense whether more rows may be left out than one COPY can tell of
  TolerantAttempt(
      Session session,
      Layout<PostgresqlTable> layout,
      Target target,
      TransactionBounds bounds,
      List<Message> messages,
      Refusals refusals,
      boolean dense) {
    this.session = session;
    this.layout = layout;
    this.target = target;
    this.bounds = bounds;
    this.messages = messages;
    this.refusals = refusals;
    this.dense = dense;
    refusals.clear();
  }

  /// How many rows were there already.
  long conflicts() {
    return conflicts;
  }

  /// Writes the others and tells why some are left out; or writes nothing, when the records have
  /// different columns, or some delete.
  Optional<List<CopyFailedException>> write() throws CopyFailedException, PartRefusedException {
    session.buffers().reset();
    try {
      // The notices are what tells which rows are left out.
      session.execute(bounds.begin() + "; SET LOCAL client_min_messages = notice");
      if (!copyAll()) {
        undo();
        return Optional.empty();
      }
      var reasons = settle();
      session.execute(bounds.end());
      return Optional.of(reasons);
    } catch (SQLException e) {
      var culprit = copy.map(it -> it.culprit(e)).orElseGet(OptionalInt::empty);
      undoAfter(e);
      throw new CopyFailedException(e, culprit);
    } catch (RuntimeException | PartRefusedException e) {
      undoAfter(e);
      throw e;
    }
  }

  private List<CopyFailedException> settle() throws SQLException {
    if (copy.isEmpty()) {
      return List.of();
    }
    var done = copy.get();
    long rows = done.finish();
    copy = Optional.empty();
    var statement = target.settle(RowChange.WRITE, done.set(), done.firstOrdinal());
    if (!statement.isEmpty()) {
      conflicts = rows - session.execute(statement);
    }
    return new SkipReasons(session, layout, messages).of(done.culprits());
  }

  /// @return whether all are to be written and have the same columns
  private boolean copyAll() throws SQLException, PartRefusedException {
    for (int i = 0; i < messages.size(); i++) {
      try {
        if (layout.change(messages.get(i)) == RowChange.DELETE) {
          return false;
        }
        var object = layout.row(messages.get(i));
        var plan = layout.plan(object.shape());
        if (plan.set() != setOr(plan.set())) {
          return false;
        }
        copy.orElseThrow().append(plan, object, i);
      } catch (RecordException e) {
        refusals.add(i, Refusal.invalid(e.getMessage()));
      }
    }
    return true;
  }

  /// The columns of the rows so far; of the first one, these.
  private ColumnSet setOr(ColumnSet first) {
    if (copy.isEmpty()) {
      copy =
          Optional.of(
              dense
                  ? new PiecewiseCopy(session, target, first)
                  : new LimitedCopy(session, target, first));
    }
    return copy.get().set();
  }

  private void undoAfter(Exception failure) {
    try {
      undo();
    } catch (SQLException e) {
      // The connection is gone as well; whoever uses it next is told so.
      failure.addSuppressed(e);
    }
  }

  private void undo() throws SQLException {
    if (copy.isPresent()) {
      copy.get().cancel();
    }
    session.execute(bounds.undo());
  }
}
