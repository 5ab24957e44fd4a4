package io.dataflow.runtime.postgresql.copy;

import io.dataflow.api.json.Bytes;
import io.dataflow.api.json.JsonObject;
import io.dataflow.api.transformation.RecordException;
import io.dataflow.runtime.connector.table.ColumnSet;
import io.dataflow.runtime.connector.table.RowPlan;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import org.postgresql.copy.CopyIn;

/// One COPY under way. Rows are sent in pieces while the next ones are encoded, so the server works
/// at the same time.
final class RowCopy {
  private static final int PIECE = 64 * 1024;

  private final CopyIn copy;
  private final ColumnSet set;
  private final boolean numbered;
  private final long firstOrdinal;
  private final Bytes rows;
  private final Bytes value;

  /// Starts it, for rows of these columns.
  RowCopy(Session session, Target target, ColumnSet set) throws SQLException {
    this.copy = session.copy(target.copy(set));
    this.set = set;
    this.numbered = target.isNumbered();
    this.firstOrdinal = session.ordinal();
    this.rows = session.buffers().rows();
    this.value = session.buffers().value();
    rows.clear();
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
    int before = rows.size();
    try {
      plan.encode(object, value, rows);
    } catch (RecordException e) {
      rows.truncate(before);
      throw e;
    }
    endRow(ordinal);
  }

  /// Appends a row whose values are encoded already; nothing is sent yet.
  void append(byte[][] values, long ordinal) {
    for (int i = 0; i < values.length; i++) {
      if (i > 0) {
        rows.put('\t');
      }
      rows.put(values[i]);
    }
    endRow(ordinal);
  }

  private void endRow(long ordinal) {
    if (numbered) {
      rows.put('\t');
      rows.put(Long.toString(ordinal).getBytes(StandardCharsets.US_ASCII));
    }
    rows.put('\n');
  }

  /// Sends what is appended if it is worth it.
  void sendFull() throws SQLException {
    if (rows.size() >= PIECE) {
      send();
    }
  }

  private void send() throws SQLException {
    copy.writeToCopy(rows.array(), 0, rows.size());
    rows.clear();
  }

  /// Sends the rest, waits until the server has all of it, and returns the number of rows.
  long finish() throws SQLException {
    if (rows.size() > 0) {
      send();
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
