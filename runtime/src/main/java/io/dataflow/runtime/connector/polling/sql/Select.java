package io.dataflow.runtime.connector.polling.sql;

import io.dataflow.runtime.connector.polling.Cursor;
import io.dataflow.runtime.connector.polling.CursorColumn;
import io.dataflow.runtime.connector.polling.Position;
import io.dataflow.runtime.connector.polling.StoredForm;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// The statement of a poll. The server itself renders a row as JSON: it alone knows every type,
/// and no digit, zone or nested document passes through a Java type. Beside it stand the cursor's
/// values as exact texts.
///
/// @param id the column of the metadata `id`: the cursor's own where there is one
/// @param limit rows of one poll; 0 for no limit
public record Select(
    SourceDialect dialect,
    Relation relation,
    Optional<Cursor> cursor,
    Optional<CursorColumn> id,
    int limit) {
  /// The name that the relation has in statements.
  public static final String ALIAS = "_row";

  /// A column in a statement.
  public static String reference(CursorColumn column, SourceDialect dialect) {
    return ALIAS + "." + dialect.quote(column.name());
  }

  /// The statement for a stretch of the order.
  public String sql(Stretch stretch) {
    var sql = head();
    cursor.ifPresent(order -> appendOrder(sql, order, stretch));
    return sql.toString();
  }

  /// The statement for the last rows of the order, the last one first; without a cursor, for all
  /// rows.
  ///
  /// @param rows how many; those of the last one's place come too
  String newest(int rows) {
    var sql = head();
    cursor.ifPresent(
        order ->
            sql.append(" WHERE ")
                .append(String.join(" AND ", notNull(order)))
                .append(
                    order.columns().stream()
                        .map(column -> reference(column) + " DESC")
                        .collect(Collectors.joining(", ", " ORDER BY ", "")))
                .append(dialect.firstRowsWithTies(rows)));
    return sql.toString();
  }

  private StringBuilder head() {
    var sql = new StringBuilder("SELECT " + dialect.rowAsJson(ALIAS));
    id.ifPresent(column -> sql.append(", ").append(text(column)));
    cursor
        .filter(order -> !order.isSingle())
        .ifPresent(order -> sql.append(", ").append(text(order.tracking())));
    return sql.append(from());
  }

  private List<String> notNull(Cursor order) {
    return order.columns().stream().map(column -> reference(column) + " IS NOT NULL").toList();
  }

  private String from() {
    return " FROM " + relation.from() + " AS " + ALIAS;
  }

  private void appendOrder(StringBuilder sql, Cursor order, Stretch stretch) {
    var conditions = new ArrayList<>(notNull(order));
    behind(order, stretch.behind()).map(TupleComparison::sql).ifPresent(conditions::add);
    stretch.upTo().map(end -> upTo(order, end).sql()).ifPresent(conditions::add);
    var tracking = order.tracking();
    stretch
        .horizon()
        .ifPresent(
            time -> conditions.add(reference(tracking) + " < " + dialect.parameter(tracking)));
    sql.append(" WHERE ").append(String.join(" AND ", conditions));
    sql.append(
        order.columns().stream()
            .map(this::reference)
            .collect(Collectors.joining(", ", " ORDER BY ", "")));
    if (limit > 0) {
      sql.append(dialect.firstRowsWithTies(limit));
    }
  }

  /// The values for the statement's parameters.
  public List<String> values(Stretch stretch) {
    var values = new ArrayList<String>();
    cursor.ifPresent(
        order -> {
          var begin = order.values(stretch.behind());
          behind(order, stretch.behind()).ifPresent(it -> values.addAll(it.values(begin)));
          stretch
              .upTo()
              .ifPresent(end -> values.addAll(upTo(order, end).values(order.values(end))));
          stretch.horizon().ifPresent(values::add);
        });
    return values;
  }

  /// The condition for rows behind the position; empty for a position at the start.
  private Optional<TupleComparison> behind(Cursor order, Position position) {
    var columns = order.stated(position);
    return Optional.of(columns)
        .filter(stated -> !stated.isEmpty())
        .map(stated -> dialect.behind(references(stated), parameters(stated)));
  }

  private TupleComparison upTo(Cursor order, Position position) {
    var stated = order.stated(position);
    return dialect.upTo(references(stated), parameters(stated));
  }

  private List<String> references(List<CursorColumn> columns) {
    return columns.stream().map(this::reference).toList();
  }

  private List<String> parameters(List<CursorColumn> columns) {
    return columns.stream().map(dialect::parameter).toList();
  }

  /// A statement that brings a row when one position is behind another in the order of the
  /// relation's columns, each of which may have an order of its own among texts.
  ///
  /// @param later has a value for each column
  String comparison(Position later, Position earlier) {
    var order = cursor.orElseThrow();
    var columns = order.columns();
    return "SELECT 1 FROM (SELECT %s%s WHERE false UNION ALL SELECT %s) AS %s%s"
        .formatted(
            String.join(", ", references(columns)),
            from(),
            String.join(", ", parameters(columns)),
            ALIAS,
            behind(order, earlier).map(it -> " WHERE " + it.sql()).orElse(""));
  }

  /// The values for the parameters of [#comparison].
  List<String> compared(Position later, Position earlier) {
    var order = cursor.orElseThrow();
    var values = new ArrayList<>(order.values(later));
    behind(order, earlier).ifPresent(it -> values.addAll(it.values(order.values(earlier))));
    return values;
  }

  /// How positions are stored; empty when each poll reads everything.
  Optional<StoredForm> form() {
    return cursor.map(
        order ->
            switch (relation) {
              case TableRelation table -> new StoredForm(Optional.of(table.text()), order);
              case QueryRelation query -> new StoredForm(Optional.empty(), order);
            });
  }

  private String reference(CursorColumn column) {
    return reference(column, dialect);
  }

  private String text(CursorColumn column) {
    return dialect.text(reference(column));
  }
}
