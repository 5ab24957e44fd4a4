package io.dataflow.runtime.connector.jdbc;

import io.dataflow.runtime.connector.ErrorType;
import java.io.FileNotFoundException;
import java.net.SocketTimeoutException;
import java.security.GeneralSecurityException;
import java.sql.SQLException;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLHandshakeException;

/// The SQLSTATE of an error and what it means: the one table of them, for sinks and sources. Names
/// and numbers are those of PostgreSQL's manual, appendix A, which follows the SQL standard.
///
/// @param code five characters; `-----` for an error without one
public record SqlState(String code) {
  private static final String NONE = "-----";

  /// The state of an error.
  public static SqlState of(SQLException failure) {
    var code = Optional.ofNullable(failure.getSQLState()).filter(state -> state.length() == 5);
    return new SqlState(code.orElse(NONE));
  }

  /// Whose fault an error is, by its SQLSTATE, and where the driver has one for everything, by its
  /// cause.
  public static SqlFault fault(SQLException failure) {
    var fault = of(failure).fault();
    return fault == SqlFault.UNAVAILABLE && isMisconfiguredTls(failure) ? SqlFault.SETUP : fault;
  }

  /// The class of metrics that an error counts in.
  public static ErrorType type(SQLException failure) {
    boolean late = causes(failure).anyMatch(SocketTimeoutException.class::isInstance);
    return late ? ErrorType.TIMEOUT : of(failure).type();
  }

  /// Whether it is of this class: its first two characters.
  public boolean isOfClass(String prefix) {
    return code.startsWith(prefix);
  }

  private SqlFault fault() {
    return switch (code) {
      case "23505", "23P01" -> SqlFault.CONFLICT;
      case "42703", "42P01", "42P10", "42804" -> SqlFault.STALE;
      case "25006" -> SqlFault.READ_ONLY;
      // 08004 is the driver's own, when the server wants a password or TLS that it is not given;
      // 55000 the server's, of a database that takes no connections or a view that takes no rows.
      case "08004", "55000", "42501" -> SqlFault.SETUP;
      // Corrupted data and indexes.
      case "XX001", "XX002" -> SqlFault.UNAVAILABLE;
      default -> ofClass();
    };
  }

  private SqlFault ofClass() {
    return switch (code.substring(0, 2)) {
      case "40" -> SqlFault.ROLLBACK;
      case "28", "3D", "3F", "F0" -> SqlFault.SETUP;
      case "0A", "0L", "0P", "24", "2F", "34", "42", "HV", "XX" -> SqlFault.SUSPECT;
      case "--",
          "00",
          "01",
          "02",
          "03",
          "08",
          "0B",
          "25",
          "26",
          "2D",
          "3B",
          "53",
          "55",
          "57",
          "58" ->
          SqlFault.UNAVAILABLE;
      // Values, constraints, limits, exceptions of routines; and every class that neither the
      // standard nor PostgreSQL has, because that is what the author of a trigger raises.
      default -> SqlFault.RECORD;
    };
  }

  private ErrorType type() {
    return switch (code) {
      case "57014", "55P03" -> ErrorType.TIMEOUT;
      case "42501" -> ErrorType.AUTH_ERROR;
      default ->
          switch (code.substring(0, 2)) {
            case "08", "57" -> ErrorType.CONNECTION_ERROR;
            case "23" -> ErrorType.CONSTRAINT_VIOLATION;
            case "21", "22", "44", "54", "0A", "P0" -> ErrorType.INVALID_DATA;
            case "25", "40", "53", "55", "58" -> ErrorType.TRANSIENT;
            case "28" -> ErrorType.AUTH_ERROR;
            default -> ErrorType.UNKNOWN;
          };
    };
  }

  /// What a lasting TLS problem looks like, which drivers report as a lost connection.
  private static boolean isMisconfiguredTls(SQLException failure) {
    return causes(failure)
        .anyMatch(
            cause ->
                cause instanceof GeneralSecurityException
                    || cause instanceof SSLHandshakeException
                    || cause instanceof FileNotFoundException);
  }

  private static Stream<Throwable> causes(Throwable failure) {
    return Stream.iterate(failure, cause -> cause != null, Throwable::getCause);
  }
}
