package io.dataflow.runtime.trino;

import io.dataflow.runtime.connector.ErrorType;
import io.dataflow.runtime.connector.FlowException;
import io.dataflow.runtime.connector.UnavailableException;
import java.io.IOException;
import java.net.http.HttpTimeoutException;
import java.util.Optional;

/// Puts into words what is wrong with a Trino and what to do.
///
/// @param place whose trouble it is: `sink:main (trino http://host:8080, iceberg)`
public record TrinoProblem(String place) {
  private static final int UNAUTHORIZED = 401;
  private static final int FORBIDDEN = 403;

  /// A problem that only a person can solve.
  public FlowException setup(String what) {
    return new FlowException(place + ": " + what);
  }

  /// What there is to do about a table that is not there.
  public FlowException missing(TrinoName table, String remedy) {
    return setup(
        "the table `%s` does not exist. Create it, correct `table`%s.".formatted(table, remedy));
  }

  /// What an error means for the flow, when it is no record's fault.
  ///
  /// @param told whether the server's words may be told, because they are about no record
  /// @throws FlowException when trying again does not help
  public UnavailableException judge(TrinoException failure, TrinoName table, boolean told) {
    return switch (failure.fault()) {
      case UNAVAILABLE, ROLLBACK, READ_ONLY ->
          new UnavailableException(
              ErrorType.TRANSIENT, place + ": " + words(failure, told), failure);
      case RECORD, SUSPECT, CONFLICT, STALE, SETUP ->
          throw new FlowException(place + ": " + remedy(failure, table, told), failure);
    };
  }

  private static String words(TrinoException failure, boolean told) {
    return told && !failure.words().equals(failure.label())
        ? failure.label() + ": " + failure.words()
        : failure.label();
  }

  private static String remedy(TrinoException failure, TrinoName table, boolean told) {
    if (failure.name().isEmpty()) {
      return switch (failure.status()) {
        case UNAUTHORIZED ->
            "the server refuses the login. Correct `basicAuth` or `keycloak`; Trino takes one over"
                + " `https` alone.";
        case FORBIDDEN ->
            "the server does not let this login in (HTTP 403). Correct `user`, or let the login run"
                + " statements as that user.";
        default -> "what answers is no Trino (%s). Correct `serverURL`.".formatted(failure.label());
      };
    }
    return switch (failure.name()) {
      case "CATALOG_NOT_FOUND" ->
          "the catalog `%s` does not exist. Create it, or correct `catalog`."
              .formatted(table.catalog());
      case "SCHEMA_NOT_FOUND" ->
          "the schema `%s` does not exist. Run CREATE SCHEMA, or correct `schema`."
              .formatted(table.schema());
      case ErrorName.NO_TABLE ->
          "the table `%s` does not exist. Create it, or correct `table`.".formatted(table);
      case "PERMISSION_DENIED" ->
          "the user may not do it%s. GRANT what is missing on `%s`."
              .formatted(told ? ": " + failure.words() : "", table);
      default -> words(failure, told) + ".";
    };
  }

  /// A server that cannot be reached, or has not answered.
  public UnavailableException unreachable(IOException failure) {
    var type =
        failure instanceof HttpTimeoutException ? ErrorType.TIMEOUT : ErrorType.CONNECTION_ERROR;
    return new UnavailableException(type, place + ": " + reason(failure), failure);
  }

  private static String reason(IOException failure) {
    var own = Optional.ofNullable(failure.getMessage());
    var cause = Optional.ofNullable(failure.getCause()).map(Throwable::getMessage);
    return own.or(() -> cause).orElse("the connection has failed, or was refused");
  }

  /// This sink or source has been closed.
  public UnavailableException closed(Exception cause) {
    return new UnavailableException(
        ErrorType.CONTEXT_CANCELED, place + ": the connection is closed", cause);
  }
}
