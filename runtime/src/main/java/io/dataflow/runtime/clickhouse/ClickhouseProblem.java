package io.dataflow.runtime.clickhouse;

import io.dataflow.runtime.connector.ErrorType;
import io.dataflow.runtime.connector.FlowException;
import io.dataflow.runtime.connector.UnavailableException;
import java.io.IOException;
import java.net.http.HttpTimeoutException;
import java.util.Optional;

/// Puts into words what is wrong with a ClickHouse and what to do.
///
/// @param place whose trouble it is: `sink:main (clickhouse http://host:8123/shop)`
public record ClickhouseProblem(String place) {
  /// A problem that only a person can solve.
  public FlowException setup(String what) {
    return new FlowException(place + ": " + what);
  }

  /// What there is to do about a table that is not there.
  public FlowException missing(String table, String remedy) {
    return setup(
        "the table `%s` does not exist. Create it, correct `table`%s.".formatted(table, remedy));
  }

  /// What an error means for the flow, when it is no record's fault.
  ///
  /// @param table the table that it was about, for people
  /// @param told whether the server's words may be told, because they are about no record
  /// @throws FlowException when trying again does not help
  public UnavailableException judge(ServerException failure, String table, boolean told) {
    return switch (failure.fault()) {
      case UNAVAILABLE, ROLLBACK, READ_ONLY ->
          new UnavailableException(
              ErrorCode.type(failure.code()), place + ": " + words(failure, told), failure);
      case RECORD, SUSPECT, CONFLICT, STALE, SETUP ->
          throw new FlowException(place + ": " + remedy(failure, table, told), failure);
    };
  }

  private static String words(ServerException failure, boolean told) {
    return told ? failure.label() + ": " + failure.words() : failure.label();
  }

  private static String remedy(ServerException failure, String table, boolean told) {
    int code = failure.code();
    if (ErrorCode.isLogin(code)) {
      return "the server refuses user or password. Correct them in `connectionString`.";
    }
    return switch (code) {
      case 0 ->
          "what answers is no ClickHouse's HTTP interface (%s). Correct `connectionString`."
              .formatted(failure.label());
      case ErrorCode.UNKNOWN_DATABASE ->
          "the database does not exist. Create it, or correct `connectionString` or `table`.";
      case ErrorCode.UNKNOWN_TABLE ->
          "the table `%s` does not exist. Create it, or correct `table`.".formatted(table);
      case ErrorCode.ACCESS_DENIED ->
          "%s. GRANT what is missing on `%s` to the user of `connectionString`."
              .formatted(told ? failure.words() : failure.label(), table);
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
