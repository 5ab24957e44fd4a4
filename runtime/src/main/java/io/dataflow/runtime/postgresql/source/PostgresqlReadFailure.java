package io.dataflow.runtime.postgresql.source;

import static io.dataflow.runtime.connector.polling.sql.SourceProblems.CONFIG;
import static io.dataflow.runtime.connector.polling.sql.SourceProblems.sentence;

import io.dataflow.runtime.connector.FlowException;
import io.dataflow.runtime.connector.UnavailableException;
import io.dataflow.runtime.connector.jdbc.SqlState;
import io.dataflow.runtime.connector.polling.sql.PollFailure;
import io.dataflow.runtime.connector.polling.sql.QueryRelation;
import io.dataflow.runtime.connector.polling.sql.SourceProblems;
import io.dataflow.runtime.connector.polling.sql.TableRelation;
import java.sql.SQLException;
import java.util.Optional;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/// What an error of PostgreSQL means for a source, and how a person is told.
final class PostgresqlReadFailure {
  private PostgresqlReadFailure() {}

  static PollFailure of(SQLException error, SourceProblems problems) {
    // What the server itself is surprised at may be over: a relation that was made anew.
    boolean passes = SqlState.fault(error).isTemporary() || SqlState.of(error).isOfClass("XX");
    return passes
        ? new PollFailure.Temporary(temporary(problems.database(), error))
        : new PollFailure.Permanent(new FlowException(describe(error, problems), error));
  }

  /// The server's own words or the driver's. What the server quotes of data that a query cannot
  /// compute with are values of rows, and a routine may say any.
  static String words(SQLException error) {
    var state = SqlState.of(error);
    if (state.isOfClass("P0")) {
      return "a routine has raised an exception (SQLSTATE " + state.code() + ")";
    }
    var words = server(error).map(ServerErrorMessage::getMessage).orElse(error.getMessage());
    return state.isOfClass("22") ? words.replaceAll("(?s):? ?\".*\"", "") : words;
  }

  private static Optional<ServerErrorMessage> server(SQLException error) {
    return error instanceof PSQLException said
        ? Optional.ofNullable(said.getServerErrorMessage())
        : Optional.empty();
  }

  private static UnavailableException temporary(String where, SQLException error) {
    return new UnavailableException(
        SqlState.type(error), "source postgresql: " + where + ": " + words(error), error);
  }

  private static String describe(SQLException error, SourceProblems problems) {
    var words = sentence(words(error));
    var database = problems.database();
    return switch (SqlState.of(error).code()) {
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
      default ->
          SqlState.of(error).isOfClass("08")
              ? CONFIG
                  + "connectionString: %s cannot be trusted: %s. Correct `tls` or `sslmode`."
                      .formatted(database, words)
              : problems.here() + words + place(error, problems) + ".";
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
