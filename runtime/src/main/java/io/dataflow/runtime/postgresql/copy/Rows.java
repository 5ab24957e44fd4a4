package io.dataflow.runtime.postgresql.copy;

import io.dataflow.api.json.Bytes;
import io.dataflow.api.json.JsonObject;
import io.dataflow.api.transformation.RecordException;
import io.dataflow.runtime.connector.table.RowPlan;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Arrays;
import org.postgresql.copy.CopyIn;

/// Rows that are encoded and not sent yet.
final class Rows {
  private final Bytes rows;
  private final Bytes value;
  private final boolean numbered;

  /// @param numbered whether each row's ordinal number follows its columns
  Rows(Buffers buffers, boolean numbered) {
    this.rows = buffers.rows();
    this.value = buffers.value();
    this.numbered = numbered;
    rows.clear();
  }

  /// How many bytes they have.
  int size() {
    return rows.size();
  }

  /// Appends a record.
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

  /// Appends a row whose values are encoded already.
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

  /// Sends them all; none is left.
  void sendTo(CopyIn copy) throws SQLException {
    copy.writeToCopy(rows.array(), 0, rows.size());
    rows.clear();
  }

  /// Sends the first so many bytes; the others are left.
  void sendTo(CopyIn copy, int end) throws SQLException {
    var left = Arrays.copyOfRange(rows.array(), end, rows.size());
    rows.truncate(end);
    sendTo(copy);
    rows.put(left);
  }
}
