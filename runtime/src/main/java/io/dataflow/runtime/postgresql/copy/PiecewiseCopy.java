package io.dataflow.runtime.postgresql.copy;

import io.dataflow.runtime.connector.table.ColumnSet;
import java.sql.SQLException;

/// A COPY for each piece of rows, which has room in the connection, while the next piece is
/// encoded: where most rows may be skipped.
final class PiecewiseCopy extends SkippingCopy {
  // The driver chains what the server tells, and walks along the chain for each.
  private static final int LINES_MAX = 1000;

  private CopyLines lines = new CopyLines();
  private CopyLines sent = new CopyLines();

  PiecewiseCopy(Session session, Target target, ColumnSet set) {
    super(session, target, set, "");
  }

  @Override
  void appended(int message, int before) throws SQLException {
    if (before > 0 && (rows().size() > PIECE || lines.size() >= LINES_MAX)) {
      send(before);
    }
    lines.add(message);
  }

  @Override
  void sendRest() throws SQLException {
    if (rows().size() > 0) {
      send(rows().size());
    }
  }

  @Override
  CopyLines sent() {
    return sent;
  }

  private void send(int bytes) throws SQLException {
    end();
    var emptied = sent;
    sent = lines;
    lines = emptied;
    lines.clear();
    rows().sendTo(copy(), bytes);
    copy().flushCopy();
  }
}
