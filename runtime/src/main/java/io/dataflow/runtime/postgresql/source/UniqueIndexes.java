package io.dataflow.runtime.postgresql.source;

import io.dataflow.runtime.connector.polling.CursorColumn;
import io.dataflow.runtime.connector.polling.sql.TableRelation;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/// What keeps the rows of a table apart.
record UniqueIndexes(Connection connection, TableRelation table) {
  /// No row for a view, whose rows no index knows. An index on some of the columns alone keeps rows
  /// apart as well.
  private static final String UNIQUE =
      """
      SELECT EXISTS (
        SELECT FROM pg_index AS i
        WHERE i.indrelid = c.oid AND i.indisunique AND i.indisvalid AND i.indpred IS NULL
          AND i.indexprs IS NULL
          AND NOT EXISTS (
            SELECT FROM unnest(i.indkey) WITH ORDINALITY AS k (column_number, place)
            JOIN pg_attribute AS a ON a.attrelid = c.oid AND a.attnum = k.column_number
            WHERE k.place <= i.indnkeyatts AND a.attname <> ALL (?)))
      FROM pg_class AS c WHERE c.oid = to_regclass(?) AND c.relkind IN ('r', 'p', 'm')
      """;

  /// Whether no two rows have the same values in these columns; empty when nobody knows.
  Optional<Boolean> isUnique(List<CursorColumn> columns) throws SQLException {
    var names = columns.stream().map(CursorColumn::name).toArray(String[]::new);
    try (var statement = connection.prepareStatement(UNIQUE)) {
      statement.setArray(1, connection.createArrayOf("text", names));
      statement.setString(2, table.from());
      try (var row = statement.executeQuery()) {
        return row.next() ? Optional.of(row.getBoolean(1)) : Optional.empty();
      }
    }
  }
}
