package io.dataflow.runtime.postgresql;

import io.dataflow.runtime.connector.ErrorType;
import java.io.FileNotFoundException;
import java.net.SocketTimeoutException;
import java.security.GeneralSecurityException;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javax.net.ssl.SSLHandshakeException;
import org.postgresql.util.PSQLException;

/// Whose fault an error of the database is: that decides what happens to the records.
public enum SqlFault {
  /// A record's own: it goes to the error sink, the others are written.
  RECORD,
  /// A row that is there already, where nothing has said what to do about it.
  CONFLICT,
  /// Two transactions in each other's way: the same again, at once.
  COLLISION,
  /// The table is not what it was when it was described.
  STALE,
  /// The world's: the same again, later.
  UNAVAILABLE,
  /// The set-up's: trying again does not help.
  SETUP;

  /// Judges by the SQLSTATE, and where the driver gives one for everything, by the cause.
  public static SqlFault of(SQLException failure) {
    var state = state(failure);
    return switch (state) {
      case "42501" -> isRowRefused(failure) ? RECORD : SETUP;
      case "23505", "23P01" -> CONFLICT;
      case "40001", "40P01" -> COLLISION;
      case "42703", "42P01", "42P10", "42804" -> STALE;
      // The driver's own, when the server wants a password or TLS that it is not given.
      case "08004", "55000" -> SETUP;
      // A standby: the primary is elsewhere now.
      case "25006" -> UNAVAILABLE;
      default -> ofClass(state, failure);
    };
  }

  /// Row security has the SQLSTATE of a missing right; only the server's routine tells them apart.
  private static boolean isRowRefused(SQLException failure) {
    return failure instanceof PSQLException e
        && e.getServerErrorMessage() != null
        && "ExecWithCheckOptions".equals(e.getServerErrorMessage().getRoutine());
  }

  private static SqlFault ofClass(String state, SQLException failure) {
    if (state.startsWith("428")) {
      return RECORD;
    }
    return switch (state.substring(0, 2)) {
      case "21", "22", "23", "27", "38", "39", "44", "54", "0A", "P0" -> RECORD;
      case "28", "3D", "3F", "42" -> SETUP;
      default -> isSetup(failure) ? SETUP : UNAVAILABLE;
    };
  }

  /// What a lasting SSL problem looks like, which the driver reports as a lost connection.
  private static boolean isSetup(SQLException failure) {
    return causes(failure)
        .anyMatch(
            cause ->
                cause instanceof GeneralSecurityException
                    || cause instanceof SSLHandshakeException
                    || cause instanceof FileNotFoundException);
  }

  /// The class that metrics count the error in.
  public static ErrorType type(SQLException failure) {
    var state = state(failure);
    Predicate<Throwable> timeout = cause -> cause instanceof SocketTimeoutException;
    if (causes(failure).anyMatch(timeout) || state.equals("57014") || state.equals("55P03")) {
      return ErrorType.TIMEOUT;
    }
    return switch (state.substring(0, 2)) {
      case "08", "57" -> ErrorType.CONNECTION_ERROR;
      case "23" -> ErrorType.CONSTRAINT_VIOLATION;
      case "21", "22", "44", "54", "0A", "P0" -> ErrorType.INVALID_DATA;
      case "25", "40", "53", "55", "58" -> ErrorType.TRANSIENT;
      case "28" -> ErrorType.AUTH_ERROR;
      default -> state.equals("42501") ? ErrorType.AUTH_ERROR : ErrorType.UNKNOWN;
    };
  }

  private static String state(SQLException failure) {
    return Optional.ofNullable(failure.getSQLState()).filter(s -> s.length() == 5).orElse("-----");
  }

  private static Stream<Throwable> causes(Throwable failure) {
    return Stream.iterate(failure, cause -> cause != null, Throwable::getCause);
  }
}
