package io.dataflow.runtime.postgresql;

import io.dataflow.runtime.connector.FlowException;
import io.dataflow.runtime.connector.UnavailableException;
import io.dataflow.runtime.connector.jdbc.SqlState;
import java.sql.SQLException;
import java.util.Optional;
import org.postgresql.util.ServerErrorMessage;

/// Says what is wrong with a database: which stage and database, what, and what to do about it.
/// Never a password, never a row's values.
///
/// @param place stage and database: `sink:main (postgresql db:5432/shop)`
public record PostgresqlProblem(String place) {
  /// A problem that only a person can solve.
  public FlowException setup(String what) {
    return new FlowException(place + ": " + what);
  }

  /// The same, from the error that says so.
  ///
  /// @param table the table that it was about, for people
  public FlowException setup(SQLException failure, String table) {
    return new FlowException(place + ": " + remedy(failure, table), failure);
  }

  private static String remedy(SQLException failure, String table) {
    var state = Optional.ofNullable(failure.getSQLState()).orElse("");
    return switch (state) {
      case "28P01" -> "the server refuses user or password. Correct them in `connectionString`.";
      case "28000" ->
          "the server lets this user not in from here: "
              + message(failure)
              + ". Correct `connectionString`, or the server's pg_hba.conf.";
      case "3D000" -> message(failure) + ". Create it, or correct `connectionString`.";
      case "3F000" -> message(failure) + ". Create it, or correct `table`.";
      case "42P01" -> missingTable(table);
      case "42501" ->
          message(failure)
              + ". Let the owner of `"
              + table
              + "` grant what is missing to the user of `connectionString`.";
      case "08004" -> message(failure) + " Correct `connectionString`.";
      default ->
          message(failure)
              + (state.isEmpty() || state.startsWith("08") ? "" : " (SQLSTATE " + state + ")");
    };
  }

  /// What there is to do about a table that is not there.
  public static String missingTable(String table) {
    return ("the table `%s` does not exist."
            + " Create it, correct `table`, or set `autoCreateTable: true`.")
        .formatted(table);
  }

  /// A problem that may pass by itself.
  public UnavailableException unavailable(SQLException failure) {
    var what = message(failure);
    return new UnavailableException(SqlState.type(failure), place + ": " + what, failure);
  }

  /// What an error means for the flow, when it is no record's fault.
  ///
  /// @param table the table that it was about, for people
  /// @throws FlowException when trying again does not help
  public UnavailableException judge(SQLException failure, String table) {
    return switch (ServerError.fault(failure)) {
      // A standby: the primary is elsewhere now.
      case UNAVAILABLE, ROLLBACK, READ_ONLY -> unavailable(failure);
      case RECORD, SUSPECT, CONFLICT, STALE, SETUP -> throw setup(failure, table);
    };
  }

  /// The server's message without its details: they have the row's values.
  private static String message(SQLException failure) {
    return ServerError.report(failure)
        .map(ServerErrorMessage::getMessage)
        .orElseGet(() -> own(failure));
  }

  /// The driver's own message; what caused it says more, when there is something.
  private static String own(SQLException failure) {
    var message = Optional.ofNullable(failure.getMessage()).orElse("no message");
    var cause = Optional.ofNullable(failure.getCause()).map(Throwable::getMessage);
    return cause
        .filter(text -> !message.contains(text))
        .map(t -> message + " (" + t + ")")
        .orElse(message);
  }
}
