package io.dataflow.runtime.postgresql.copy;

import io.dataflow.api.transformation.RecordException;
import io.dataflow.runtime.connector.batch.PartRefusedException;
import io.dataflow.runtime.connector.batch.Refusal;
import io.dataflow.runtime.connector.table.ColumnSet;
import io.dataflow.runtime.connector.table.MixedRows;
import io.dataflow.runtime.connector.table.RowChange;
import java.sql.SQLException;
import java.util.Optional;

/// One try to write a part.
final class CopyAttempt {
  private final Part part;
  private final CopyLines lines = new CopyLines();
  private Optional<RowCopy> copy = Optional.empty();
  private RowChange change = RowChange.WRITE;
  private boolean begun;
  private long conflicts;

  CopyAttempt(Part part) {
    this.part = part;
    part.refusals().clear();
  }

  /// How many rows were there already.
  long conflicts() {
    return conflicts;
  }

  /// Writes by one COPY, which is a transaction by itself: half the round trips.
  ///
  /// @return false when the records have different columns; then nothing is written
  boolean writeAlone() throws CopyFailedException, PartRefusedException {
    return guarded(
        () -> {
          boolean all = copyRun() == part.messages().size();
          if (all) {
            finish(false);
          } else {
            abandon();
          }
          return all;
        });
  }

  /// Writes by as many statements as it takes.
  void write() throws CopyFailedException, PartRefusedException {
    guarded(
        () -> {
          part.session().execute(part.bounds().begin());
          begun = true;
          int next = copyRun();
          finish(next == part.messages().size());
          if (next < part.messages().size()) {
            copyMixed(next);
          }
          if (begun) {
            part.session().execute(part.bounds().end());
          }
          return true;
        });
  }

  private interface Work {
    boolean run() throws SQLException, PartRefusedException;
  }

  private boolean guarded(Work work) throws CopyFailedException, PartRefusedException {
    part.session().buffers().reset();
    try {
      return work.run();
    } catch (SQLException e) {
      var culprit = lines.culprit(e);
      Part.undoAfter(e, this::abandon);
      throw new CopyFailedException(e, culprit);
    } catch (RuntimeException | PartRefusedException e) {
      Part.undoAfter(e, this::abandon);
      throw e;
    }
  }

  private void abandon() throws SQLException {
    if (copy.isPresent()) {
      copy.get().cancel();
    }
    if (begun) {
      part.session().execute(part.bounds().undo());
    }
  }

  /// Copies the records from the first on for as long as they have the same columns, and returns
  /// the place of the one that has others, or deletes. Nothing is planned ahead, so the server is
  /// at work while the records behind are still to be parsed.
  private int copyRun() throws SQLException, PartRefusedException {
    for (int i = 0; i < part.messages().size(); i++) {
      try {
        if (part.layout().change(part.messages().get(i)) == RowChange.DELETE) {
          return i;
        }
        var object = part.layout().row(part.messages().get(i));
        var plan = part.layout().plan(object.shape());
        if (copy.isEmpty()) {
          start(plan.set());
        } else if (plan.set() != copy.get().set()) {
          return i;
        }
        copy.get().append(plan, object, part.session().nextOrdinal());
        lines.add(i);
        copy.get().sendFull();
      } catch (RecordException e) {
        part.refusals().add(i, Refusal.invalid(e.getMessage()));
      }
    }
    return part.messages().size();
  }

  private void copyMixed(int first) throws SQLException, PartRefusedException {
    var rows = new MixedRows(part.layout());
    for (int i = first; i < part.messages().size(); i++) {
      try {
        var message = part.messages().get(i);
        var row = part.layout().row(message);
        rows.add(i, part.layout().change(message), row, part.session().buffers().value());
      } catch (RecordException e) {
        part.refusals().add(i, Refusal.invalid(e.getMessage()));
      }
    }
    var groups = rows.groups();
    int left = groups.size();
    for (var group : groups) {
      start(group.getFirst().set());
      change = group.getFirst().change();
      for (var row : group) {
        lines.add(row.message());
        copy.get().append(row.values(), part.session().nextOrdinal());
        copy.get().sendFull();
      }
      finish(--left == 0);
    }
  }

  private void start(ColumnSet set) throws SQLException {
    lines.clear();
    copy = Optional.of(new RowCopy(part.session(), part.target(), set));
  }

  /// @param last whether nothing follows; then the end goes with it and saves a round trip
  private void finish(boolean last) throws SQLException {
    if (copy.isEmpty()) {
      return;
    }
    long rows = copy.get().finish();
    var settle = part.target().settle(change, copy.get().set(), copy.get().firstOrdinal());
    copy = Optional.empty();
    lines.clear();
    if (!settle.isEmpty()) {
      conflicts +=
          rows - part.session().execute(last ? settle + "; " + part.bounds().end() : settle);
      begun = !last;
    }
  }
}
