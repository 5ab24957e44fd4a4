package io.dataflow.runtime.postgresql.copy;

import io.dataflow.runtime.connector.batch.Refusals;
import java.sql.SQLException;

/// Whether the server is to skip rows with values that do not fit their column's type. Without that
/// a part is one COPY without a transaction around it, which is the fastest while no row is
/// refused; so rows are skipped after such a refusal, for a while.
final class SkippingHabit {
  private static final int LENGTH = 64;

  private int left;
  private int dense;
  private boolean possible = true;

  /// Whether rows of the next part may be skipped. Nothing may be written behind a record that
  /// nobody takes, so not there.
  boolean isOn(Session session, Refusals refusals) throws SQLException {
    return possible && left > 0 && refusals.takesSeveral() && session.hasOnErrorIgnore();
  }

  /// COPY has refused a record.
  void refused() {
    left = LENGTH;
  }

  /// Whether more rows of the next part may be skipped than one COPY can tell of.
  boolean isDense(Session session) throws SQLException {
    return dense > 0 || !session.hasRejectLimit();
  }

  /// More rows were to be skipped than one COPY can tell of.
  void exceeded() {
    dense = LENGTH;
  }

  /// A part was written that way.
  ///
  /// @param skipped how many of its rows were skipped
  void used(int skipped) {
    left = skipped > 0 ? LENGTH : left - 1;
    dense = Math.max(0, dense - 1);
  }

  /// A part was written without skipping.
  void spared() {
    left = Math.max(0, left - 1);
  }

  /// The server does not do what it is asked, or does not tell.
  void giveUp() {
    possible = false;
  }
}
