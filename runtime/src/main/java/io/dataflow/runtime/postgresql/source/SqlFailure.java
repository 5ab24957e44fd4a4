package io.dataflow.runtime.postgresql.source;

import io.dataflow.runtime.connector.ErrorType;
import io.dataflow.runtime.connector.FlowException;
import io.dataflow.runtime.connector.UnavailableException;
import java.net.SocketTimeoutException;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;
import org.springframework.dao.DataAccessException;

/// What an error of the database means for the flow.
sealed interface SqlFailure {
  /// It may be over at the next attempt.
  record Temporary(UnavailableException exception) implements SqlFailure {}

  /// It will be the same at the next attempt.
  record Permanent(FlowException exception) implements SqlFailure {}

  /// Classes of SQLSTATE that a person has to do something about: data that the query cannot
  /// compute with, access, the catalog, syntax, a statement that is not possible.
  Set<String> PERMANENT = Set.of("0A", "22", "28", "3D", "3F", "42");

  /// A statement that would write (`25006`), and what the driver and the server cannot agree on,
  /// as TLS or the kind of login (`08004`).
  Set<String> PERMANENT_STATES = Set.of("25006", "08004");

  /// Whether trying again will not help.
  static boolean isPermanent(SQLException error) {
    var state = state(error);
    return PERMANENT_STATES.contains(state)
        || state.length() == 5 && PERMANENT.contains(state.substring(0, 2));
  }

  /// The SQLSTATE; empty when there is none.
  static String state(SQLException error) {
    return Optional.ofNullable(error.getSQLState()).orElse("");
  }

  /// What the server said, if it was the server.
  static Optional<ServerErrorMessage> server(SQLException error) {
    return error instanceof PSQLException said
        ? Optional.ofNullable(said.getServerErrorMessage())
        : Optional.empty();
  }

  /// The server's own words or the driver's.
  static String words(SQLException error) {
    return server(error).map(ServerErrorMessage::getMessage).orElse(error.getMessage());
  }

  /// An error that passes.
  static UnavailableException temporary(String where, SQLException error) {
    boolean late = has(error, SocketTimeoutException.class) || state(error).equals("57014");
    var type =
        late
            ? ErrorType.TIMEOUT
            : state(error).startsWith("08") || state(error).startsWith("57P")
                ? ErrorType.CONNECTION_ERROR
                : ErrorType.TRANSIENT;
    return new UnavailableException(
        type, "source postgresql: " + where + ": " + words(error), error);
  }

  /// The database's error in what a poll has thrown; empty when the flow has thrown it. camel-sql
  /// throws its own as Spring's, and those of the exchange, where the rows are read on, as
  /// Camel's.
  static Optional<SQLException> in(Throwable thrown) {
    if (!(thrown instanceof DataAccessException) && !has(thrown, ReadException.class)) {
      return Optional.empty();
    }
    for (var cause = thrown; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException error) {
        return Optional.of(error);
      }
    }
    return Optional.of(new SQLException(thrown.getMessage(), thrown));
  }

  private static boolean has(Throwable thrown, Class<? extends Throwable> type) {
    for (var cause = thrown; cause != null; cause = cause.getCause()) {
      if (type.isInstance(cause)) {
        return true;
      }
    }
    return false;
  }
}
