package io.dataflow.runtime.postgresql.source;

import io.dataflow.runtime.connector.FlowException;
import java.sql.SQLException;
import java.util.List;
import org.postgresql.util.ServerErrorMessage;

/// What is wrong with a source, in the words of its manifest.
///
/// @param database host and database, for people
record SourceProblems(String database, Relation relation) {
  private static final String CONFIG = "spec.source.config.";

  /// An error of the database as what it means for the flow.
  SqlFailure of(SQLException error) {
    return SqlFailure.isPermanent(error)
        ? new SqlFailure.Permanent(new FlowException(describe(error), error))
        : new SqlFailure.Temporary(SqlFailure.temporary(database, error));
  }

  private String describe(SQLException error) {
    var words = SqlFailure.words(error);
    return switch (SqlFailure.state(error)) {
      case "28P01" ->
          CONFIG
              + "connectionString: %s refuses the user or the password. Correct them."
                  .formatted(database);
      case "28000", "08004" ->
          CONFIG
              + "connectionString: %s refuses the login: %s. Correct it, or allow it there."
                  .formatted(database, sentence(words));
      case "3D000" ->
          CONFIG
              + "connectionString: %s: %s. Create it or name another."
                  .formatted(database, sentence(words));
      case "42501" ->
          here()
              + "%s. Grant the user of the connection what it needs, for example `GRANT SELECT ON … TO …`."
                  .formatted(sentence(words));
      case "42P01", "3F000" ->
          relation instanceof Table
              ? missing("").getMessage()
              : here() + sentence(words) + place(error) + ".";
      default -> here() + sentence(words) + place(error) + ".";
    };
  }

  /// @param hint a table that may be meant; may be empty
  FlowException missing(String hint) {
    return new FlowException(
        here()
            + "%s does not have %s.%s".formatted(database, relation.name(), hint)
            + " Create it, correct the name (upper and lower case count), or set"
            + " `autoCreateTable: true`.");
  }

  FlowException tooOld(int version, int oldest) {
    return new FlowException(
        CONFIG
            + "connectionString: %s is PostgreSQL %d. Name a server of version %d or newer."
                .formatted(database, version, oldest));
  }

  FlowException noColumn(String key, String name, List<String> columns) {
    return new FlowException(
        CONFIG
            + key
            + ": %s has no column `%s`. It has: %s. Name one of them%s."
                .formatted(
                    relation.name(),
                    name,
                    String.join(", ", columns),
                    relation instanceof Query ? ", or add it to the SELECT" : ""));
  }

  FlowException twoColumns(String name) {
    return new FlowException(
        here()
            + "two columns are called `%s`. Give one of them another name with AS."
                .formatted(name));
  }

  FlowException noOrder(Cursor cursor, SQLException error) {
    return new FlowException(
        CONFIG
            + "changeTrackingColumn: rows have no order by `%s` (%s) and `%s` (%s): %s."
                .formatted(
                    cursor.tracking().name(),
                    cursor.tracking().type(),
                    cursor.order().name(),
                    cursor.order().type(),
                    sentence(SqlFailure.words(error)))
            + " Name columns that can be sorted here and in `orderByColumn`.",
        error);
  }

  FlowException foreignPosition(Column column, String value, SQLException error) {
    return new FlowException(
        "checkpoint: `%s` is no position in the column `%s` (%s) of %s."
                .formatted(value, column.name(), column.type(), relation.name())
            + " Set `checkpointReset: true` to read from the start, or name the column that it was"
            + " read with.",
        error);
  }

  private String here() {
    return CONFIG + relation.key() + ": ";
  }

  private static String sentence(String words) {
    return words.endsWith(".") ? words.substring(0, words.length() - 1) : words;
  }

  /// Where in the user's SQL the server stopped reading.
  private String place(SQLException error) {
    int place = SqlFailure.server(error).map(ServerErrorMessage::getPosition).orElse(0);
    if (!(relation instanceof Query query) || place == 0) {
      return "";
    }
    int at = place - 1 - Query.start(Catalog.BEFORE_RELATION);
    var sql = query.text().strip();
    if (at < 0 || at > sql.length()) {
      return "; it ends too early";
    }
    var before = sql.substring(0, at);
    int line = 1 + (int) before.chars().filter(c -> c == '\n').count();
    return " (line %d, column %d)".formatted(line, at - before.lastIndexOf('\n'));
  }
}
