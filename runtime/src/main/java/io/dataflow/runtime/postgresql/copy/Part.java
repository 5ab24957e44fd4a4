package io.dataflow.runtime.postgresql.copy;

import io.dataflow.api.message.Message;
import io.dataflow.runtime.connector.batch.Refusals;
import io.dataflow.runtime.connector.table.Layout;
import io.dataflow.runtime.postgresql.table.PostgresqlTable;
import java.sql.SQLException;
import java.util.List;

/// Some records that are written together, all of them but those that are no rows, or nothing.
///
/// @param target where COPY puts them
/// @param bounds what makes it hold
/// @param refusals gets the records that are no rows
record Part(
    Session session,
    Layout<PostgresqlTable> layout,
    Target target,
    TransactionBounds bounds,
    List<Message> messages,
    Refusals refusals) {

  /// What takes back all that was begun.
  interface Undo {
    void run() throws SQLException;
  }

  /// Takes it back after a failure, which stays what is reported.
  static void undoAfter(Exception failure, Undo undo) {
    try {
      undo.run();
    } catch (SQLException e) {
      // The connection is gone as well; whoever uses it next is told so.
      failure.addSuppressed(e);
    }
  }
}
