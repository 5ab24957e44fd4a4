package io.dataflow.runtime.postgresql.cdc;

import io.dataflow.runtime.connector.ErrorType;
import io.dataflow.runtime.connector.FlowException;
import io.dataflow.runtime.connector.UnavailableException;
import io.dataflow.runtime.connector.jdbc.SqlState;
import io.dataflow.runtime.postgresql.ServerError;
import java.sql.SQLException;
import java.util.Optional;
import org.postgresql.util.ServerErrorMessage;

/// What is wrong, in words: where, what, and what to do. Never a password, never a row's values.
///
/// @param database hosts and database, for people
record CdcProblems(String database) {
  private static final String CONFIG = "spec.source.config.";

  /// A setting that only a person can put right.
  FlowException wrong(String key, String what) {
    return new FlowException(CONFIG + key + ": " + what);
  }

  /// Something at the server that may be right later.
  UnavailableException later(ErrorType type, String what) {
    return new UnavailableException(type, here() + what, null);
  }

  /// What an error means.
  ///
  /// @throws FlowException when trying again does not help
  UnavailableException judge(SQLException failure) {
    var words = words(failure);
    var code = SqlState.of(failure).code();
    switch (code) {
      case "28P01" ->
          throw of("connectionString", "%s refuses the user or the password. Correct them.");
      case "28000", "08004" ->
          throw of(
              "connectionString",
              "%s refuses the login: " + literal(words) + ". Correct it, or allow it there.");
      case "3D000" ->
          throw of("connectionString", "%s: " + literal(words) + ". Create it or name another.");
      case "42501" ->
          throw new FlowException(
              here()
                  + words
                  + ". Give the user of `connectionString` what it needs: `ALTER ROLE …"
                  + " REPLICATION` to follow changes, `GRANT SELECT ON … TO …` for each table.",
              failure);
      default -> {
        // All others are told apart below.
      }
    }
    boolean passes =
        SqlState.fault(failure).isTemporary()
            || ServerError.report(failure).isEmpty() && code.startsWith("08");
    // 55006: the slot is in use, which ends with its user; 58P01: a piece of the log is away.
    if (passes && !code.equals("58P01") || code.equals("55006")) {
      return new UnavailableException(SqlState.type(failure), here() + words, failure);
    }
    throw new FlowException(here() + words + " (SQLSTATE " + code + ").", failure);
  }

  private FlowException of(String key, String what) {
    return wrong(key, what.formatted(database));
  }

  private static String literal(String words) {
    return words.replace("%", "%%");
  }

  private String here() {
    return "source postgresql-cdc: " + database + ": ";
  }

  /// The server's message without its details, which have values of rows.
  private static String words(SQLException failure) {
    return ServerError.report(failure)
        .map(ServerErrorMessage::getMessage)
        .or(() -> Optional.ofNullable(failure.getMessage()))
        .orElse("no message");
  }
}
