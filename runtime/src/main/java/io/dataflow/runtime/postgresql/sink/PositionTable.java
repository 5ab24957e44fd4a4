package io.dataflow.runtime.postgresql.sink;

import io.dataflow.runtime.connector.Mark;
import io.dataflow.runtime.postgresql.copy.Session;
import java.sql.SQLException;

/// Keeps the source's position in the same database as the rows, so that both are there or neither.
/// With it a delivery is one transaction.
public interface PositionTable {
  /// Writes the position behind a delivery, in the transaction of its rows and right before that
  /// is committed.
  void store(Session session, Mark mark) throws SQLException;
}
