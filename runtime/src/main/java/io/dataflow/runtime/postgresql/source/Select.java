package io.dataflow.runtime.postgresql.source;

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
record Select(Relation relation, Optional<Cursor> cursor, Optional<Column> id, int limit) {
  /// The name that the relation has in statements.
  static final String ALIAS = "_row";

  /// The statement for what is behind the position.
  String sql(Position position) {
    var sql = new StringBuilder("SELECT row_to_json(" + ALIAS + ".*)");
    id.ifPresent(column -> sql.append(", ").append(column.reference()).append("::text"));
    cursor
        .filter(order -> !order.isSingle())
        .ifPresent(order -> sql.append(", ").append(order.tracking().reference()).append("::text"));
    sql.append(" FROM ").append(relation.from()).append(" AS " + ALIAS);
    cursor.ifPresent(order -> appendOrder(sql, order, position));
    return sql.toString();
  }

  private void appendOrder(StringBuilder sql, Cursor order, Position position) {
    var conditions = new ArrayList<String>();
    for (var column : order.columns()) {
      conditions.add(column.reference() + " IS NOT NULL");
    }
    order.behind(position).ifPresent(conditions::add);
    sql.append(" WHERE ").append(String.join(" AND ", conditions));
    sql.append(
        order.columns().stream()
            .map(Column::reference)
            .collect(Collectors.joining(", ", " ORDER BY ", "")));
    if (limit > 0) {
      // LIMIT could end between two rows of the same place, and the next poll begins behind both.
      sql.append(" FETCH FIRST ").append(limit).append(" ROWS WITH TIES");
    }
  }

  /// The values for the statement's parameters.
  List<String> values(Position position) {
    return cursor.map(order -> order.values(position)).orElse(List.of());
  }
}
