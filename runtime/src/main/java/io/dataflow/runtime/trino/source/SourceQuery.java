package io.dataflow.runtime.trino.source;

import io.dataflow.runtime.connector.polling.Cursor;
import io.dataflow.runtime.connector.polling.CursorColumn;
import io.dataflow.runtime.connector.polling.Position;
import io.dataflow.runtime.connector.table.TableName;
import io.dataflow.runtime.trino.TrinoName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// The statements that read a table or a query. Behind a row's own columns stand the values of the
/// cursor's, as texts that the server reads exactly.
///
/// @param from what stands behind FROM: a table, or a query in parentheses
/// @param cursor empty when each poll reads everything
/// @param id the column of the metadata `id`
/// @param most rows of one poll; 0 for no limit
record SourceQuery(String from, Optional<Cursor> cursor, Optional<CursorColumn> id, int most) {
  private static final String ALIAS = "_row";

  /// What tells the columns that there are, and reads no row.
  static String columns(String from) {
    return "SELECT * FROM %s AS %s LIMIT 0".formatted(from, ALIAS);
  }

  /// How many texts stand behind a row's own columns.
  int texts() {
    return (id.isPresent() ? 1 : 0) + (cursor.filter(it -> !it.isSingle()).isPresent() ? 1 : 0);
  }

  /// The rows behind a position, in the order of the cursor.
  String behind(Position position) {
    var order =
        cursor.map(Cursor::columns).orElseGet(() -> id.stream().toList()).stream()
            .map(SourceQuery::reference)
            .collect(Collectors.joining(", "));
    return head()
        + cursor.map(it -> where(it, position)).orElse("")
        + (order.isEmpty() ? "" : " ORDER BY " + order)
        + (most == 0 || cursor.isEmpty() ? "" : " FETCH FIRST %d ROWS WITH TIES".formatted(most));
  }

  /// The last rows in the order of the cursor, the last one first.
  String newest(int count) {
    var order =
        cursor.map(Cursor::columns).orElseGet(() -> id.stream().toList()).stream()
            .map(column -> reference(column) + " DESC")
            .collect(Collectors.joining(", "));
    return head()
        + cursor.map(it -> where(it, Position.START)).orElse("")
        + (order.isEmpty() ? "" : " ORDER BY " + order)
        + " LIMIT "
        + count;
  }

  private String head() {
    var texts = new ArrayList<String>();
    id.ifPresent(column -> texts.add(text(column)));
    cursor.filter(it -> !it.isSingle()).ifPresent(it -> texts.add(text(it.tracking())));
    var behind = texts.stream().map(text -> ", " + text).collect(Collectors.joining());
    return "SELECT %s.*%s FROM %s AS %1$s".formatted(ALIAS, behind, from);
  }

  private static String where(Cursor cursor, Position position) {
    var conditions = new ArrayList<String>();
    for (var column : cursor.columns()) {
      conditions.add(reference(column) + " IS NOT NULL");
    }
    behind(cursor.stated(position), cursor.values(position)).ifPresent(conditions::add);
    return " WHERE " + String.join(" AND ", conditions);
  }

  /// Trino hands a comparison of single columns on to the catalog, and none of rows.
  private static Optional<String> behind(List<CursorColumn> columns, List<String> values) {
    if (columns.isEmpty()) {
      return Optional.empty();
    }
    var first = reference(columns.getFirst());
    var firstValue = literal(columns.getFirst(), values.getFirst());
    if (columns.size() == 1) {
      return Optional.of(first + " > " + firstValue);
    }
    return Optional.of(
        "%1$s >= %2$s AND (%1$s > %2$s OR %3$s > %4$s)"
            .formatted(
                first,
                firstValue,
                reference(columns.getLast()),
                literal(columns.getLast(), values.getLast())));
  }

  private static String reference(CursorColumn column) {
    return ALIAS + "." + TableName.quote(column.name());
  }

  /// Moments are told in UTC.
  private static String text(CursorColumn column) {
    var reference = reference(column);
    var plain =
        column.kind() == CursorColumn.Kind.MOMENT
            ? "CAST(%s AT TIME ZONE 'UTC' AS %s)"
                .formatted(reference, column.type().replace(" with time zone", ""))
            : reference;
    return "CAST(%s AS varchar)".formatted(plain);
  }

  /// A position's text, which may be one that a checkpoint holds: `2026-01-31T12:00:00.123Z`.
  private static String literal(CursorColumn column, String text) {
    var value =
        switch (column.kind()) {
          case MOMENT -> clock(text) + " UTC";
          case LOCAL_TIME ->
              column.type().equals("date")
                  ? text.substring(0, Math.min(10, text.length()))
                  : clock(text);
          case NUMBER, OTHER -> text;
        };
    return "CAST(%s AS %s)".formatted(TrinoName.literal(value), column.type());
  }

  private static String clock(String text) {
    return text.replace('T', ' ').replaceAll("(Z| UTC)$", "");
  }
}
