package io.dataflow.runtime.connector.polling.sql;

import java.sql.Connection;
import java.sql.SQLException;

/// Up to where the times of change are complete: whatever is older is committed and can be seen, or
/// never will be. A cursor that passed younger rows would miss those that are committed late, with
/// the time at which their transaction began.
public interface Horizon {

  /// A value of the tracking column that a poll's rows must be below, as text. Asked in
  /// a transaction of its own before each poll, because what is committed between the question and
  /// the poll must be seen by the poll.
  String limit(Connection connection) throws SQLException;

  /// Whether everything that was there at the start is below the last limit.
  boolean isComplete();
}
