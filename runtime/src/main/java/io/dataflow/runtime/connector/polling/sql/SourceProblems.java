package io.dataflow.runtime.connector.polling.sql;

import io.dataflow.api.json.JsonObject;
import io.dataflow.runtime.connector.FlowException;
import io.dataflow.runtime.connector.polling.Cursor;
import io.dataflow.runtime.connector.polling.CursorColumn;
import io.dataflow.runtime.connector.polling.StoredForm;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;

/// What is wrong with a source, in the words of its manifest.
///
/// @param database host and database, for people
public record SourceProblems(String database, Relation relation) {
  /// Where the source's fields are in a manifest.
  public static final String CONFIG = "spec.source.config.";

  /// The table is not there.
  ///
  /// @param hint a table that may be meant; may be empty
  public FlowException missing(String hint) {
    return new FlowException(
        here()
            + "%s does not have %s.%s".formatted(database, relation.name(), hint)
            + " Create it, correct the name (upper and lower case count), or set"
            + " `autoCreateTable: true`.");
  }

  FlowException unfit(String objection) {
    return new FlowException(
        CONFIG + "connectionString: %s is %s.".formatted(database, sentence(objection)));
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
                    switch (relation) {
                      case QueryRelation query -> ", or add it to the SELECT";
                      case TableRelation table -> "";
                    }));
  }

  FlowException twoColumns(String name) {
    return new FlowException(
        here()
            + "two columns are called `%s`. Give one of them another name with AS."
                .formatted(name));
  }

  FlowException noOrder(Cursor cursor, String words, SQLException error) {
    return new FlowException(
        CONFIG
            + "changeTrackingColumn: rows have no order by `%s` (%s) and `%s` (%s): %s."
                .formatted(
                    cursor.tracking().name(),
                    cursor.tracking().type(),
                    cursor.order().name(),
                    cursor.order().type(),
                    sentence(words))
            + " Name columns that can be sorted here and in `orderByColumn`.",
        error);
  }

  FlowException noCursor() {
    return new FlowException(
        CONFIG
            + "changeTrackingColumn: missing. Without it each poll brings all rows again, and"
            + " `delivery: effectivelyOnce` writes each of them once. Name it, or remove"
            + " `delivery`.");
  }

  FlowException notUnique(Cursor cursor) {
    return new FlowException(
        CONFIG
            + ("orderByColumn: `delivery: effectivelyOnce` needs a cursor that tells all rows"
                    + " apart, and %s has no unique index on %s%s. Name a column that is unique, or"
                    + " create the index.")
                .formatted(
                    relation.name(),
                    names(cursor, " and "),
                    cursor.isSingle() ? "" : ", nor on one of them"));
  }

  FlowException tied(Cursor cursor) {
    return new FlowException(
        CONFIG
            + ("orderByColumn: %s has two rows with the same %s. A restart between them would"
                   + " repeat one or miss one, and `delivery: effectivelyOnce` allows neither. Name"
                   + " a column that tells all rows apart, or remove `delivery`.")
                .formatted(relation.name(), names(cursor, " and ")));
  }

  FlowException otherOrigin(String sink, JsonObject stored, Cursor cursor) {
    return new FlowException(
        CONFIG
            + ("changeTrackingColumn: %s has stored a position in the order of %s, which says"
                    + " nothing of %s in the order of %s. Go back to the former, or give the flow"
                    + " another name or delete its rows in `spec.positionsTable` to read from the"
                    + " start.")
                .formatted(
                    sink,
                    StoredForm.origin(stored),
                    relation.name(),
                    "`%s` and `%s`".formatted(cursor.tracking().name(), cursor.order().name())));
  }

  private static String names(Cursor cursor, String between) {
    return cursor.columns().stream()
        .map(column -> "`" + column.name() + "`")
        .collect(Collectors.joining(between));
  }

  FlowException foreignPosition(CursorColumn column, String value, SQLException error) {
    return new FlowException(
        "checkpoint: `%s` is no position in the column `%s` (%s) of %s."
                .formatted(value, column.name(), column.type(), relation.name())
            + " Set `checkpointReset: true` to read from the start, or name the column that it was"
            + " read with.",
        error);
  }

  /// The beginning of a message about what is read: `spec.source.config.table: `.
  public String here() {
    return CONFIG + relation.key() + ": ";
  }

  /// Somebody else's words as a part of a sentence.
  public static String sentence(String words) {
    return words.endsWith(".") ? words.substring(0, words.length() - 1) : words;
  }
}
