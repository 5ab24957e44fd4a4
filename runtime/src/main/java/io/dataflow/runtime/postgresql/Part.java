package io.dataflow.runtime.postgresql;

import io.dataflow.api.message.Message;
import io.dataflow.api.transformation.RecordException;
import io.dataflow.runtime.connector.ErrorType;
import io.dataflow.runtime.connector.Rejected;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// One try to write a part of a batch in one transaction: all of it but for the records that are no
/// rows, or nothing.
final class Part {
  private final Session session;
  private final Layout layout;
  private final Target target;
  private final Buffers buffers;
  private final String stage;
  private final List<Message> messages;
  private final List<Rejected> rejected = new ArrayList<>();
  private final CopyLines lines = new CopyLines();
  private Optional<RowCopy> copy = Optional.empty();
  private boolean begun;
  private long ordinal;
  private long conflicts;

  Part(
      Session session,
      Layout layout,
      Target target,
      Buffers buffers,
      String stage,
      List<Message> messages) {
    this.session = session;
    this.layout = layout;
    this.target = target;
    this.buffers = buffers;
    this.stage = stage;
    this.messages = messages;
  }

  /// The records that were no rows; they count once the rest is written.
  List<Rejected> rejected() {
    return rejected;
  }

  /// How many rows were there already.
  long conflicts() {
    return conflicts;
  }

  /// Writes by one COPY, which is a transaction by itself: half the round trips.
  ///
  /// @return false when the records have different columns; then nothing is written
  boolean writeAlone() throws PartFailedException {
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
  void write() throws PartFailedException {
    guarded(
        () -> {
          session.execute("BEGIN");
          begun = true;
          int next = copyRun();
          finish(next == messages.size());
          if (next < messages.size()) {
            copyMixed(next);
          }
          if (begun) {
            session.execute("COMMIT");
          }
          return true;
        });
  }

  private interface Work {
    boolean run() throws SQLException;
  }

  private boolean guarded(Work work) throws PartFailedException {
    buffers.reset();
    try {
      return work.run();
    } catch (SQLException e) {
      var culprit = lines.culprit(e);
      abandonAfter(e);
      throw new PartFailedException(e, culprit);
    } catch (RuntimeException e) {
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
      session.execute("ROLLBACK");
    }
  }

  /// Copies the records from the first on for as long as they have the same columns, and returns
  /// the place of the one that has others. Nothing is planned ahead, so the server is at work while
  /// the records behind are still to be parsed.
  private int copyRun() throws SQLException {
    for (int i = 0; i < messages.size(); i++) {
      try {
        var object = RowObject.of(messages.get(i));
        var plan = layout.plan(object.shape());
        if (copy.isEmpty()) {
          start(plan.set());
        } else if (plan.set() != copy.get().set()) {
          return i;
        }
        copy.get().append(plan, object, ordinal++);
        lines.add(i);
        copy.get().sendFull();
      } catch (RecordException e) {
        rejected.add(new Rejected(messages.get(i), stage, e.getMessage(), ErrorType.INVALID_DATA));
      }
    }
    return messages.size();
  }

  private void copyMixed(int first) throws SQLException {
    var rows = new MixedRows(layout);
    for (int i = first; i < messages.size(); i++) {
      try {
        rows.add(i, RowObject.of(messages.get(i)), buffers.value());
      } catch (RecordException e) {
        rejected.add(new Rejected(messages.get(i), stage, e.getMessage(), ErrorType.INVALID_DATA));
      }
    }
    var groups = rows.groups();
    int left = groups.size();
    for (var group : groups) {
      start(group.getFirst().set());
      for (var row : group) {
        lines.add(row.message());
        copy.get().append(row.values(), ordinal++);
        copy.get().sendFull();
      }
      finish(--left == 0);
    }
  }

  private void start(ColumnSet set) throws SQLException {
    lines.clear();
    copy = Optional.of(new RowCopy(session, target, set, ordinal, buffers));
  }

  /// @param last whether the transaction ends with it; that saves a round trip
  private void finish(boolean last) throws SQLException {
    if (copy.isEmpty()) {
      return;
    }
    long rows = copy.get().finish();
    var settle = target.settle(copy.get().set(), copy.get().firstOrdinal());
    copy = Optional.empty();
    lines.clear();
    if (!settle.isEmpty()) {
      conflicts += rows - session.execute(last ? settle + "; COMMIT" : settle);
      begun = !last;
    }
  }
}
