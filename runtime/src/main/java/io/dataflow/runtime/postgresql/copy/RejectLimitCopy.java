package io.dataflow.runtime.postgresql.copy;

import io.dataflow.runtime.connector.jdbc.SqlState;
import io.dataflow.runtime.connector.table.ColumnSet;
import io.dataflow.runtime.postgresql.ServerError;
import java.sql.SQLException;
import org.postgresql.util.ServerErrorMessage;

/// One COPY for many rows, which fails when too many would be skipped (`REJECT_LIMIT`, PostgreSQL
/// 18): so what the server tells of them has room in the connection.
final class RejectLimitCopy extends SkippingCopy {
  // A notice is less than 400 bytes, and a connection holds 100 KiB at least.
  private static final int REJECTED_MAX = 250;
  // So one row in forty is not too much.
  private static final int LINES_MAX = 10_000;
  private static final String WRITER = "copyfrom.c";

  private final CopyLines sent = new CopyLines();

  RejectLimitCopy(Session session, Target target, ColumnSet set) {
    super(session, target, set, ", REJECT_LIMIT " + REJECTED_MAX);
  }

  /// Whether the limit was exceeded.
  static boolean isExceeded(SQLException failure) {
    return SqlState.of(failure).code().equals("22P02")
        && ServerError.report(failure)
            .map(ServerErrorMessage::getFile)
            .filter(WRITER::equals)
            .isPresent();
  }

  @Override
  void appended(int message, int before) throws SQLException {
    sent.add(message);
    if (rows().size() >= PIECE) {
      sendRest();
    }
    if (sent.size() >= LINES_MAX) {
      sendRest();
      end();
      sent.clear();
    }
  }

  @Override
  void sendRest() throws SQLException {
    if (rows().size() > 0) {
      rows().sendTo(copy());
    }
  }

  @Override
  CopyLines sent() {
    return sent;
  }
}
