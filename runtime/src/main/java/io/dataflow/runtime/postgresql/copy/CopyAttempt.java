package io.dataflow.runtime.postgresql.copy;

import io.dataflow.api.message.Message;
import io.dataflow.api.transformation.RecordException;
import io.dataflow.runtime.connector.batch.PartRefusedException;
import io.dataflow.runtime.connector.batch.Refusal;
import io.dataflow.runtime.connector.batch.Refusals;
import io.dataflow.runtime.connector.table.ColumnSet;
import io.dataflow.runtime.connector.table.Layout;
import io.dataflow.runtime.connector.table.MixedRows;
import io.dataflow.runtime.connector.table.RowChange;
import io.dataflow.runtime.postgresql.table.PostgresqlTable;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/// One try to write some records together: all of them but those that are no rows, or nothing.
public final class CopyAttempt {
  private final Session session;
  private final Layout<PostgresqlTable> layout;
  private final Target target;
  private final TransactionBounds bounds;
  private final List<Message> messages;
  private final Refusals refusals;
  private final CopyLines lines = new CopyLines();
  private Optional<RowCopy> copy = Optional.empty();
  private RowChange change = RowChange.WRITE;
  private boolean begun;
  private long conflicts;

  /// @param bounds what makes it hold
  /// @param refusals gets the records that are no rows
  public CopyAttempt(
      Session session,
      Layout<PostgresqlTable> layout,
      Target target,
      TransactionBounds bounds,
      List<Message> messages,
      Refusals refusals) {
    this.session = session;
    this.layout = layout;
    this.target = target;
    this.bounds = bounds;
    this.messages = messages;
    this.refusals = refusals;
    refusals.clear();
  }

  /// How many rows were there already.
  public long conflicts() {
    return conflicts;
  }

  /// Writes by one COPY, which is a transaction by itself: half the round trips.
  ///
  /// @return false when the records have different columns; then nothing is written
  public boolean writeAlone() throws CopyFailedException, PartRefusedException {
    return guarded(
        () -> {
          boolean all = copyRun() == messages.size();
          if (all) {
            finish(false);
          } else {
            abandon();
          }
          return all;
        });
  }

  /// Writes by as many statements as it takes.
  public void write() throws CopyFailedException, PartRefusedException {
    guarded(
        () -> {
          session.execute(bounds.begin());
          begun = true;
          int next = copyRun();
          finish(next == messages.size());
          if (next < messages.size()) {
            copyMixed(next);
          }
          if (begun) {
            session.execute(bounds.end());
          }
          return true;
        });
  }

  private interface Work {
    boolean run() throws SQLException, PartRefusedException;
  }

  private boolean guarded(Work work) throws CopyFailedException, PartRefusedException {
    session.buffers().reset();
    try {
      return work.run();
    } catch (SQLException e) {
      var culprit = lines.culprit(e);
      abandonAfter(e);
      throw new CopyFailedException(e, culprit);
    } catch (RuntimeException | PartRefusedException e) {
      abandonAfter(e);
      throw e;
    }
  }

  private void abandonAfter(Exception failure) {
    try {
      abandon();
    } catch (SQLException e) {
      // The connection is gone as well; whoever uses it next is told so.
      failure.addSuppressed(e);
    }
  }

  private void abandon() throws SQLException {
    if (copy.isPresent()) {
      copy.get().cancel();
    }
    if (begun) {
      session.execute(bounds.undo());
    }
  }

  /// Copies the records from the first on for as long as they have the same columns, and returns
  /// the place of the one that has others, or deletes. Nothing is planned ahead, so the server is
  /// at work while the records behind are still to be parsed.
  private int copyRun() throws SQLException, PartRefusedException {
    for (int i = 0; i < messages.size(); i++) {
      try {
        if (layout.change(messages.get(i)) == RowChange.DELETE) {
          return i;
        }
        var object = layout.row(messages.get(i));
        var plan = layout.plan(object.shape());
        if (copy.isEmpty()) {
          start(plan.set());
        } else if (plan.set() != copy.get().set()) {
          return i;
        }
        copy.get().append(plan, object, session.nextOrdinal());
        lines.add(i);
        copy.get().sendFull();
      } catch (RecordException e) {
        refusals.add(i, Refusal.invalid(e.getMessage()));
      }
    }
    return messages.size();
  }

  private void copyMixed(int first) throws SQLException, PartRefusedException {
    var rows = new MixedRows(layout);
    for (int i = first; i < messages.size(); i++) {
      try {
        var change = layout.change(messages.get(i));
        rows.add(i, change, layout.row(messages.get(i)), session.buffers().value());
      } catch (RecordException e) {
        refusals.add(i, Refusal.invalid(e.getMessage()));
      }
    }
    var groups = rows.groups();
    int left = groups.size();
    for (var group : groups) {
      start(group.getFirst().set());
      change = group.getFirst().change();
      for (var row : group) {
        lines.add(row.message());
        copy.get().append(row.values(), session.nextOrdinal());
        copy.get().sendFull();
      }
      finish(--left == 0);
    }
  }

  private void start(ColumnSet set) throws SQLException {
    lines.clear();
    copy = Optional.of(new RowCopy(session, target, set));
  }

  /// @param last whether nothing follows; then the end goes with it and saves a round trip
  private void finish(boolean last) throws SQLException {
    if (copy.isEmpty()) {
      return;
    }
    long rows = copy.get().finish();
    var settle = target.settle(change, copy.get().set(), copy.get().firstOrdinal());
    copy = Optional.empty();
    lines.clear();
    if (!settle.isEmpty()) {
      conflicts += rows - session.execute(last ? settle + "; " + bounds.end() : settle);
      begun = !last;
    }
  }
}
