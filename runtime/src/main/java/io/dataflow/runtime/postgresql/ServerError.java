package io.dataflow.runtime.postgresql;

import io.dataflow.api.message.Message;
import io.dataflow.runtime.connector.jdbc.Redaction;
import io.dataflow.runtime.connector.jdbc.SqlFault;
import io.dataflow.runtime.connector.jdbc.SqlState;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
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

  /// The same error with a message that has no value of these records in it, and without the
  /// server's details, which have them. The driver's own errors have none.
  ///
  /// @param names what may stand in quotes besides the names that the server itself reports
  public static SQLException withoutValues(
      SQLException failure, Collection<String> names, List<Message> records) {
    if (report(failure).isEmpty()) {
      return failure;
    }
    var clean = new SQLException(textWithoutValues(failure, names, records), failure.getSQLState());
    clean.setStackTrace(failure.getStackTrace());
    return clean;
  }

  /// Its message alone.
  public static String textWithoutValues(
      SQLException failure, Collection<String> names, List<Message> records) {
    var report = report(failure);
    if (report.isEmpty()) {
      return Objects.requireNonNullElse(failure.getMessage(), "no message");
    }
    var known = new HashSet<>(names);
    reported(report.get()).forEach(known::add);
    var message = Objects.requireNonNullElse(report.get().getMessage(), "no message");
    return new Redaction(known, records).of(message);
  }

  private static Stream<String> reported(ServerErrorMessage report) {
    return Stream.of(
            report.getSchema(),
            report.getTable(),
            report.getColumn(),
            report.getDatatype(),
            report.getConstraint())
        .filter(Objects::nonNull);
  }
}
