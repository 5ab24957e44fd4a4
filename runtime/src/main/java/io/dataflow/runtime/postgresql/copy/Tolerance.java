package io.dataflow.runtime.postgresql.copy;

import io.dataflow.runtime.connector.batch.Refusals;
import java.sql.SQLException;

/// Whether the server may leave out rows with values that are none of their column's type. Without
/// it a part is one COPY without a transaction around it, which is the fastest while no row is
/// refused; so it is given after such a refusal, for a while.
final class Tolerance {
  private static final int LENGTH = 64;

  private int left;
  private int dense;
  private boolean possible = true;

  /// Whether the next part may be written with it. Nothing may be written behind a record that
  /// nobody takes, so not there.
  boolean isGiven(Session session, Refusals refusals) throws SQLException {
    return possible && left > 0 && refusals.takesSeveral() && session.leavesOutRows();
  }

  /// COPY has refused a record.
  void refused() {
    left = LENGTH;
  }

  /// Whether more rows may be left out of the next part than one COPY can tell of.
  boolean isDense(Session session) throws SQLException {
    return dense > 0 || !session.limitsLeftOut();
  }

  /// More rows were to be left out than one COPY can tell of.
  void exceeded() {
    dense = LENGTH;
  }

  /// A part was written with it.
  ///
  /// @param skipped how many rows were left out
  void used(int skipped) {
    left = skipped > 0 ? LENGTH : left - 1;
    dense = Math.max(0, dense - 1);
  }

  /// A part was written without it.
  void spared() {
    left = Math.max(0, left - 1);
  }

  /// The server does not do what it is asked, or does not tell.
  void giveUp() {
    possible = false;
  }
}
