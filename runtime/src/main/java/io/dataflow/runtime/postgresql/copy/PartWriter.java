package io.dataflow.runtime.postgresql.copy;

import io.dataflow.api.message.Message;
import io.dataflow.runtime.connector.batch.PartRefusedException;
import io.dataflow.runtime.connector.batch.Refusals;
import io.dataflow.runtime.connector.jdbc.SqlState;
import io.dataflow.runtime.connector.table.Layout;
import io.dataflow.runtime.postgresql.table.PostgresqlTable;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// Chooses how a part is written by what the parts before it have met: straight into the table or
/// through the temporary one, by one COPY or by several.
public final class PartWriter {
  private static final int MIXED_FOR = 64;
  private static final String DATA_EXCEPTION = "22";

  private final TransactionBounds bounds;
  private final StagingHabit staging = new StagingHabit();
  private final SkippingHabit skipping = new SkippingHabit();
  private int mixed;

  /// @param bounds of each part
  public PartWriter(TransactionBounds bounds) {
    this.bounds = bounds;
  }

  /// Whether the next part, which is these messages, goes through the temporary table.
  public boolean isStaged(Layout<PostgresqlTable> layout, List<Message> messages) {
    return staging.isStaged()
        || !layout.table().takesCopy()
        || layout.mode().deletes().anyOf(messages);
  }

  /// A part that went straight has met a row that is there already.
  public void collided() {
    staging.collided();
  }

  /// COPY itself has refused a record.
  public void refused() {
    skipping.refused();
  }

  /// Whether the server skips what it refuses of the next part, so that nobody looks whether the
  /// table has changed meanwhile.
  public boolean isSkipping(Session session, Refusals refusals) throws SQLException {
    return mixed == 0 && skipping.isOn(session, refusals);
  }

  /// Writes all of the messages but those that are no rows, and those that it returns.
  ///
  /// @throws CopyFailedException when PostgreSQL does not take them; then nothing is written
  public List<CopyFailedException> write(
      Session session, Layout<PostgresqlTable> layout, List<Message> messages, Refusals refusals)
      throws CopyFailedException, PartRefusedException, SQLException {
    if (bounds.alone()) {
      session.resetOrdinals();
    }
    boolean staged = isStaged(layout, messages);
    try {
      return write(session, layout, messages, refusals, staged);
    } catch (CopyFailedException e) {
      if (staged || layout.conflictKey().isEmpty() || !mayUpsert(e)) {
        throw e;
      }
      staging.collided();
      return write(session, layout, messages, refusals, true);
    }
  }

  /// Whether an upsert may do what COPY alone could not. As long as all keys are new, an upsert is
  /// a COPY; but where one is not, the table's rules are for the row that it is to become, and rows
  /// in another order may have met another writer.
  private static boolean mayUpsert(CopyFailedException failure) {
    return switch (failure.fault()) {
      case UNAVAILABLE, READ_ONLY -> false;
      case RECORD -> !SqlState.of(failure.reason()).isOfClass(DATA_EXCEPTION);
      case CONFLICT, ROLLBACK, SETUP, STALE, SUSPECT -> true;
    };
  }

  private List<CopyFailedException> write(
      Session session,
      Layout<PostgresqlTable> layout,
      List<Message> messages,
      Refusals refusals,
      boolean staged)
      throws CopyFailedException, PartRefusedException, SQLException {
    var target = target(session, layout, staged);
    var part = new Part(session, layout, target, bounds, messages, refusals);
    if (isSkipping(session, refusals)) {
      var skipped = writeSkipping(part);
      if (skipped.isPresent()) {
        return skipped.get();
      }
    }
    skipping.spared();
    if (bounds.alone() && !staged && mixed == 0) {
      if (new CopyAttempt(part).writeAlone()) {
        return List.of();
      }
      mixed = MIXED_FOR;
    }
    var attempt = new CopyAttempt(part);
    attempt.write();
    mixed = Math.max(0, mixed - 1);
    if (staged) {
      staging.settled(attempt.conflicts());
    }
    return List.of();
  }

  /// @return empty when nothing is written, and it is to be tried without skipping
  private Optional<List<CopyFailedException>> writeSkipping(Part part)
      throws CopyFailedException, PartRefusedException, SQLException {
    boolean dense = skipping.isDense(part.session());
    var attempt = new SkippingAttempt(part, dense);
    try {
      var skipped = attempt.write();
      skipped.ifPresentOrElse(rows -> skipping.used(rows.size()), () -> mixed = MIXED_FOR);
      if (skipped.isPresent() && part.target().isNumbered()) {
        staging.settled(attempt.conflicts());
      }
      return skipped;
    } catch (CopyFailedException e) {
      if (!dense && RejectLimitCopy.isExceeded(e.reason())) {
        skipping.exceeded();
        return writeSkipping(part);
      }
      return switch (e.fault()) {
        case RECORD, CONFLICT, ROLLBACK, READ_ONLY, UNAVAILABLE -> throw e;
        // Without skipping it turns out whose fault it is.
        case SETUP, STALE, SUSPECT -> {
          if (SkippingCopy.isUnsupported(e.reason())) {
            skipping.giveUp();
          }
          yield Optional.empty();
        }
      };
    }
  }

  private static Target target(Session session, Layout<PostgresqlTable> layout, boolean staged)
      throws CopyFailedException {
    // Before the first column is seen there is nothing to stage; seeing it starts all of it again.
    if (!staged || layout.seen().columns().isEmpty()) {
      return new StraightTarget(layout.table());
    }
    try {
      return new StagedTarget(layout, session.staging().table(layout));
    } catch (SQLException e) {
      throw new CopyFailedException(e, OptionalInt.empty());
    }
  }
}
