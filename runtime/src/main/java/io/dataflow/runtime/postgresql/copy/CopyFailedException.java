package io.dataflow.runtime.postgresql.copy;

import io.dataflow.runtime.connector.jdbc.SqlFault;
import io.dataflow.runtime.postgresql.ServerError;
import java.sql.SQLException;
import java.util.OptionalInt;

/// PostgreSQL has not taken some records, and nothing of them is written.
public final class CopyFailedException extends Exception {
  private static final long serialVersionUID = 1L;
  private final SQLException reason;
  private final transient OptionalInt culprit;

  /// @param culprit which message it was, from 0, when the server has told
  public CopyFailedException(SQLException reason, OptionalInt culprit) {
    super(reason.getMessage(), reason, false, false);
    this.reason = reason;
    this.culprit = culprit;
  }

  /// What PostgreSQL, or the driver, says.
  public SQLException reason() {
    return reason;
  }

  /// Which message it was, when the server has told.
  public OptionalInt culprit() {
    return culprit;
  }

  /// Whether the culprit is beyond doubt: COPY itself has refused the line, and no trigger's code
  /// in between, whose texts could look like COPY's.
  public boolean isCertain() {
    return culprit.isPresent() && ServerError.where(reason).startsWith("COPY ");
  }

  /// Whose fault it is. A line that COPY refuses is its record's fault whatever the SQLSTATE, but
  /// for those of the world: `tsquery` raises a syntax error, extensions raise XX000. Code that
  /// runs for rows, a trigger's, may fail for one record or for all of them.
  public SqlFault fault() {
    var fault = ServerError.fault(reason);
    return switch (fault) {
      case SUSPECT, STALE -> isCertain() ? SqlFault.RECORD : fault;
      case SETUP ->
          isCertain()
              ? SqlFault.RECORD
              : ServerError.where(reason).isEmpty() ? fault : SqlFault.SUSPECT;
      case RECORD, CONFLICT, ROLLBACK, READ_ONLY, UNAVAILABLE -> fault;
    };
  }
}
