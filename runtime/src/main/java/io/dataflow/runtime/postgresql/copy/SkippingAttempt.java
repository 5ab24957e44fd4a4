package io.dataflow.runtime.postgresql.copy;

import io.dataflow.api.transformation.RecordException;
import io.dataflow.runtime.connector.batch.PartRefusedException;
import io.dataflow.runtime.connector.batch.Refusal;
import io.dataflow.runtime.connector.table.ColumnSet;
import io.dataflow.runtime.connector.table.RowChange;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// One try to write a part, in which the server skips records with a value that does not fit its
/// column's type: where they are many, each costs a notice, and nothing is sent twice for it.
final class SkippingAttempt {
  private final Part part;
  private final boolean dense;
  private Optional<SkippingCopy> copy = Optional.empty();
  private long conflicts;

  /// @param dense whether more rows may be skipped than one COPY can tell of
  SkippingAttempt(Part part, boolean dense) {
    this.part = part;
    this.dense = dense;
    part.refusals().clear();
  }

  /// How many rows were there already.
  long conflicts() {
    return conflicts;
  }

  /// Writes the others and tells why some are skipped; or writes nothing, when the records have
  /// different columns, or some delete.
  Optional<List<CopyFailedException>> write() throws CopyFailedException, PartRefusedException {
    part.session().buffers().reset();
    try {
      // The notices are what tells which rows are skipped.
      part.session().execute(part.bounds().begin() + "; SET LOCAL client_min_messages = notice");
      if (!copyAll()) {
        undo();
        return Optional.empty();
      }
      var reasons = settle();
      part.session().execute(part.bounds().end());
      return Optional.of(reasons);
    } catch (SQLException e) {
      var culprit = copy.map(it -> it.culprit(e)).orElseGet(OptionalInt::empty);
      Part.undoAfter(e, this::undo);
      throw new CopyFailedException(e, culprit);
    } catch (RuntimeException | PartRefusedException e) {
      Part.undoAfter(e, this::undo);
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
    var statement = part.target().settle(RowChange.WRITE, done.set(), done.firstOrdinal());
    if (!statement.isEmpty()) {
      conflicts = rows - part.session().execute(statement);
    }
    return new SkipReasons(part.session(), part.layout(), part.messages()).of(done.culprits());
  }

  /// @return whether all are to be written and have the same columns
  private boolean copyAll() throws SQLException, PartRefusedException {
    for (int i = 0; i < part.messages().size(); i++) {
      try {
        if (part.layout().change(part.messages().get(i)) == RowChange.DELETE) {
          return false;
        }
        var object = part.layout().row(part.messages().get(i));
        var plan = part.layout().plan(object.shape());
        if (plan.set() != setOr(plan.set())) {
          return false;
        }
        copy.orElseThrow().append(plan, object, i);
      } catch (RecordException e) {
        part.refusals().add(i, Refusal.invalid(e.getMessage()));
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
                  ? new PiecewiseCopy(part.session(), part.target(), first)
                  : new RejectLimitCopy(part.session(), part.target(), first));
    }
    return copy.get().set();
  }

  private void undo() throws SQLException {
    if (copy.isPresent()) {
      copy.get().cancel();
    }
    part.session().execute(part.bounds().undo());
  }
}
