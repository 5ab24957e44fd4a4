package io.dataflow.runtime.postgresql.copy;

import io.dataflow.api.json.JsonObject;
import io.dataflow.api.transformation.RecordException;
import io.dataflow.runtime.connector.table.ColumnSet;
import io.dataflow.runtime.connector.table.RowPlan;
import java.sql.SQLException;
import org.postgresql.copy.CopyIn;

/// One COPY under way. Rows are sent in pieces while the next ones are encoded, so the server works
/// at the same time.
final class RowCopy {
  private static final int PIECE = 64 * 1024;

  private final CopyIn copy;
  private final ColumnSet set;
  private final long firstOrdinal;
  private final Rows rows;

  /// Starts it, for rows of these columns.
  RowCopy(Session session, Target target, ColumnSet set) throws SQLException {
    this.copy = session.copy(target.copy(set));
    this.set = set;
    this.firstOrdinal = session.ordinal();
    this.rows = new Rows(session.buffers(), target.isNumbered());
  }

  ColumnSet set() {
    return set;
  }

  long firstOrdinal() {
    return firstOrdinal;
  }

  /// Appends a record; nothing is sent yet.
  ///
  /// @throws RecordException when it is no row; then nothing of it is appended
  void append(RowPlan plan, JsonObject object, long ordinal) {
    rows.append(plan, object, ordinal);
  }

  /// Appends a row whose values are encoded already; nothing is sent yet.
  void append(byte[][] values, long ordinal) {
    rows.append(values, ordinal);
  }

  /// Sends what is appended if it is worth it.
  void sendFull() throws SQLException {
    if (rows.size() >= PIECE) {
      rows.sendTo(copy);
    }
  }

  /// Sends the rest, waits until the server has all of it, and returns the number of rows.
  long finish() throws SQLException {
    if (rows.size() > 0) {
      rows.sendTo(copy);
    }
    return copy.endCopy();
  }

  /// Gives up; the server takes back all rows.
  void cancel() throws SQLException {
    if (copy.isActive()) {
      copy.cancelCopy();
    }
  }
}
