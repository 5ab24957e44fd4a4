package io.dataflow.runtime.postgresql;

import io.dataflow.runtime.connector.jdbc.SqlFault;
import io.dataflow.runtime.connector.jdbc.SqlState;
import java.sql.SQLException;
import java.util.Optional;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/// What PostgreSQL says of an error besides its SQLSTATE.
public final class ServerError {
  private ServerError() {}

  /// The server's report; empty when the error is the driver's.
  public static Optional<ServerErrorMessage> report(SQLException failure) {
    return failure instanceof PSQLException said
        ? Optional.ofNullable(said.getServerErrorMessage())
        : Optional.empty();
  }

  /// What the server says about where the error arose; empty when it says nothing.
  public static String where(SQLException failure) {
    return report(failure).map(ServerErrorMessage::getWhere).orElse("");
  }

  /// Whose fault it is. Row security has the SQLSTATE of a missing right; only the server's routine
  /// tells them apart.
  public static SqlFault fault(SQLException failure) {
    boolean rowRefused =
        report(failure).map(ServerErrorMessage::getRoutine).stream()
            .anyMatch("ExecWithCheckOptions"::equals);
    return rowRefused ? SqlFault.RECORD : SqlState.fault(failure);
  }
}
