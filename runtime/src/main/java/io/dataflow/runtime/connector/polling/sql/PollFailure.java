package io.dataflow.runtime.connector.polling.sql;

import io.dataflow.runtime.connector.FlowException;
import io.dataflow.runtime.connector.UnavailableException;
import io.dataflow.runtime.connector.polling.ReadException;
import java.sql.SQLException;
import java.util.Optional;
import org.springframework.dao.DataAccessException;

/// What an error of the database means for the flow.
public sealed interface PollFailure {
  /// It may be over at the next attempt.
  record Temporary(UnavailableException exception) implements PollFailure {}

  /// It will be the same at the next attempt.
  record Permanent(FlowException exception) implements PollFailure {}

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

  /// Whether an error, or what caused it, is of that type.
  static boolean has(Throwable thrown, Class<? extends Throwable> type) {
    for (var cause = thrown; cause != null; cause = cause.getCause()) {
      if (type.isInstance(cause)) {
        return true;
      }
    }
    return false;
  }
}
