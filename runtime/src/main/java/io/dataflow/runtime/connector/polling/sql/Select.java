package io.dataflow.runtime.connector.polling.sql;

import io.dataflow.runtime.connector.polling.Cursor;
import io.dataflow.runtime.connector.polling.CursorColumn;
import io.dataflow.runtime.connector.polling.Position;
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

  /// The statement for what is behind the position and below the horizon.
  public String sql(Position position, Optional<String> horizon) {
    var sql = new StringBuilder("SELECT " + dialect.rowAsJson(ALIAS));
    id.ifPresent(column -> sql.append(", ").append(text(column)));
    cursor
        .filter(order -> !order.isSingle())
        .ifPresent(order -> sql.append(", ").append(text(order.tracking())));
    sql.append(" FROM ").append(relation.from()).append(" AS " + ALIAS);
    cursor.ifPresent(order -> appendOrder(sql, order, position, horizon));
    return sql.toString();
  }

  private void appendOrder(
      StringBuilder sql, Cursor order, Position position, Optional<String> horizon) {
    var conditions = new ArrayList<String>();
    for (var column : order.columns()) {
      conditions.add(reference(column) + " IS NOT NULL");
    }
    behind(order, position).map(TupleComparison::sql).ifPresent(conditions::add);
    var tracking = order.tracking();
    horizon.ifPresent(
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
  public List<String> values(Position position, Optional<String> horizon) {
    var values = new ArrayList<String>();
    cursor.ifPresent(
        order -> {
          var stored = order.values(position);
          behind(order, position).ifPresent(condition -> values.addAll(condition.values(stored)));
          horizon.ifPresent(values::add);
        });
    return values;
  }

  /// The condition for rows behind the position; empty for a position at the start.
  private Optional<TupleComparison> behind(Cursor order, Position position) {
    var columns = order.stated(position);
    return Optional.of(columns)
        .filter(stated -> !stated.isEmpty())
        .map(
            stated ->
                dialect.behind(
                    stated.stream().map(this::reference).toList(),
                    stated.stream().map(dialect::parameter).toList()));
  }

  private String reference(CursorColumn column) {
    return reference(column, dialect);
  }

  private String text(CursorColumn column) {
    return dialect.text(reference(column));
  }
}
