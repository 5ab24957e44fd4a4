package io.dataflow.runtime.postgresql.copy;

import io.dataflow.api.message.Message;
import io.dataflow.runtime.connector.batch.PartRefusedException;
import io.dataflow.runtime.connector.batch.Refusals;
import io.dataflow.runtime.connector.table.Layout;
import io.dataflow.runtime.postgresql.table.PostgresqlTable;
import java.sql.SQLException;
import java.util.List;
import java.util.OptionalInt;

/// Chooses how a part is written by what the parts before it have met: straight into the table or
/// through the temporary one, by one COPY or by several.
public final class PartWriter {
  private static final int MIXED_FOR = 64;

  private final TransactionBounds bounds;
  private final StagingHabit habit = new StagingHabit();
  private int mixed;

  /// @param bounds of each part
  public PartWriter(TransactionBounds bounds) {
    this.bounds = bounds;
  }

  /// Whether the next part goes through the temporary table.
  public boolean isStaged(Layout<PostgresqlTable> layout) {
    return habit.isStaged() || !layout.conflictKey().isEmpty() || !layout.table().takesCopy();
  }

  /// A part that went straight has met a row that is there already.
  public void collided() {
    habit.collided();
  }

  /// Writes all of the messages but those that are no rows.
  ///
  /// @throws CopyFailedException when PostgreSQL does not take them; then nothing is written
  public void write(
      Session session, Layout<PostgresqlTable> layout, List<Message> messages, Refusals refusals)
      throws CopyFailedException, PartRefusedException {
    if (bounds.alone()) {
      session.resetOrdinals();
    }
    boolean staged = isStaged(layout);
    var target = target(session, layout, staged);
    if (bounds.alone() && !staged && mixed == 0) {
      var attempt = new CopyAttempt(session, layout, target, bounds, messages, refusals);
      if (attempt.writeAlone()) {
        return;
      }
      mixed = MIXED_FOR;
    }
    var attempt = new CopyAttempt(session, layout, target, bounds, messages, refusals);
    attempt.write();
    mixed = Math.max(0, mixed - 1);
    if (staged) {
      habit.settled(attempt.conflicts());
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
