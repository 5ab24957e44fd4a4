package io.dataflow.runtime.postgresql.source;

import static io.dataflow.runtime.connector.polling.sql.SourceProblems.CONFIG;
import static io.dataflow.runtime.connector.polling.sql.SourceProblems.sentence;

import io.dataflow.runtime.connector.ErrorType;
import io.dataflow.runtime.connector.FlowException;
import io.dataflow.runtime.connector.UnavailableException;
import io.dataflow.runtime.connector.polling.sql.PollFailure;
import io.dataflow.runtime.connector.polling.sql.QueryRelation;
import io.dataflow.runtime.connector.polling.sql.SourceProblems;
import io.dataflow.runtime.connector.polling.sql.TableRelation;
import java.net.SocketTimeoutException;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/// What an error of PostgreSQL means for a source, and how a person is told.
final class PostgresqlReadFailure {
  /// Classes of SQLSTATE that a person has to do something about: data that the query cannot
  /// compute with, access, the catalog, syntax, a statement that is not possible.
  private static final Set<String> PERMANENT = Set.of("0A", "22", "28", "3D", "3F", "42");

  /// A statement that would write (`25006`), and what the driver and the server cannot agree on,
  /// as TLS or the kind of login (`08004`).
  private static final Set<String> PERMANENT_STATES = Set.of("25006", "08004");

  private PostgresqlReadFailure() {}

  static PollFailure of(SQLException error, SourceProblems problems) {
    return isPermanent(error)
        ? new PollFailure.Permanent(new FlowException(describe(error, problems), error))
        : new PollFailure.Temporary(temporary(problems.database(), error));
  }

  private static boolean isPermanent(SQLException error) {
    var state = state(error);
    return PERMANENT_STATES.contains(state)
        || state.length() == 5 && PERMANENT.contains(state.substring(0, 2));
  }

  /// The SQLSTATE; empty when there is none.
  static String state(SQLException error) {
    return Optional.ofNullable(error.getSQLState()).orElse("");
  }

  /// The server's own words or the driver's. What the server quotes of data that a query cannot
  /// compute with are values of rows.
  static String words(SQLException error) {
    var words = server(error).map(ServerErrorMessage::getMessage).orElse(error.getMessage());
    return state(error).startsWith("22") ? words.replaceAll("(?s):? ?\".*\"", "") : words;
  }

  private static Optional<ServerErrorMessage> server(SQLException error) {
    return error instanceof PSQLException said
        ? Optional.ofNullable(said.getServerErrorMessage())
        : Optional.empty();
  }

  private static UnavailableException temporary(String where, SQLException error) {
    boolean late =
        PollFailure.has(error, SocketTimeoutException.class) || state(error).equals("57014");
    var type =
        late
            ? ErrorType.TIMEOUT
            : state(error).startsWith("08") || state(error).startsWith("57P")
                ? ErrorType.CONNECTION_ERROR
                : ErrorType.TRANSIENT;
    return new UnavailableException(
        type, "source postgresql: " + where + ": " + words(error), error);
  }

  private static String describe(SQLException error, SourceProblems problems) {
    var words = sentence(words(error));
    var database = problems.database();
    return switch (state(error)) {
      case "28P01" ->
          CONFIG
              + "connectionString: %s refuses the user or the password. Correct them."
                  .formatted(database);
      case "28000", "08004" ->
          CONFIG
              + "connectionString: %s refuses the login: %s. Correct it, or allow it there."
                  .formatted(database, words);
      case "3D000" ->
          CONFIG
              + "connectionString: %s: %s. Create it or name another.".formatted(database, words);
      case "42501" ->
          problems.here()
              + "%s. Grant the user of the connection what it needs, for example `GRANT SELECT ON … TO …`."
                  .formatted(words);
      case "42P01", "3F000" ->
          switch (problems.relation()) {
            case TableRelation table -> problems.missing("").getMessage();
            case QueryRelation query -> problems.here() + words + place(error, problems) + ".";
          };
      default -> problems.here() + words + place(error, problems) + ".";
    };
  }

  /// Where in the user's SQL the server stopped reading.
  private static String place(SQLException error, SourceProblems problems) {
    int place = server(error).map(ServerErrorMessage::getPosition).orElse(0);
    return problems.relation() instanceof QueryRelation query && place > 0
        ? query.place(PostgresqlCatalog.BEFORE_RELATION, place - 1)
        : "";
  }
}
