package io.dataflow.runtime.postgresql.table;

import io.dataflow.runtime.connector.table.Column;
import io.dataflow.runtime.connector.table.TableName;
import io.dataflow.runtime.postgresql.encode.ColumnType;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads what PostgreSQL's catalog says about a table. Column names, types and keys come from here
/// once, and not from `information_schema` for every record.
public final class TableCatalog {
  private static final String WRONG_OBJECT_TYPE = "42809";

  private static final String RELATION =
      """
      SELECT c.oid, n.nspname, c.relname, c.relkind::text, row_security_active(c.oid),
        EXISTS (SELECT FROM pg_trigger g WHERE g.tgrelid = c.oid AND NOT g.tgisinternal
          AND g.tgtype & 2 <> 0),
        EXISTS (SELECT FROM pg_trigger g WHERE g.tgrelid = c.oid AND g.tgtype & 68 = 68),
        EXISTS (SELECT FROM pg_index i WHERE i.indrelid = c.oid AND NOT i.indimmediate),
        has_any_column_privilege(c.oid, 'INSERT'), has_any_column_privilege(c.oid, 'UPDATE'),
        has_any_column_privilege(c.oid, 'SELECT'), has_table_privilege(c.oid, 'DELETE'),
        has_database_privilege(current_database(), 'TEMPORARY'),
        EXISTS (SELECT FROM pg_constraint k WHERE k.conrelid = c.oid AND k.contype = 'c'),
        pg_has_role(c.relowner, 'USAGE')
      FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE c.oid = coalesce(to_regclass(?), to_regclass(?))
      """;

  private static final String COLUMNS =
      """
      WITH RECURSIVE base (attnum, oid) AS (
        SELECT attnum, atttypid FROM pg_attribute
        WHERE attrelid = ?::oid AND attnum > 0 AND NOT attisdropped
        UNION ALL
        SELECT b.attnum, d.typbasetype FROM base b JOIN pg_type d ON d.oid = b.oid
        WHERE d.typtype = 'd')
      SELECT a.attname, format_type(a.atttypid, a.atttypmod)
          || CASE WHEN a.attcollation <> t.typcollation
             THEN ' COLLATE ' || quote_ident(cn.nspname) || '.' || quote_ident(co.collname)
             ELSE '' END,
        t.typname, CASE WHEN t.typcategory = 'A' THEN coalesce(eb.typname, e.typname) END,
        a.attnotnull OR dt.typnotnull,
        a.atthasdef OR a.attidentity <> '' OR dt.typdefault IS NOT NULL,
        a.attidentity = 'a', a.attgenerated <> ''
      FROM pg_attribute a
      JOIN base b ON b.attnum = a.attnum
      JOIN pg_type t ON t.oid = b.oid AND t.typtype <> 'd'
      JOIN pg_type dt ON dt.oid = a.atttypid
      LEFT JOIN pg_type e ON e.oid = t.typelem AND t.typelem <> 0
      LEFT JOIN pg_type eb ON eb.oid = e.typbasetype AND e.typtype = 'd'
      LEFT JOIN pg_collation co ON co.oid = a.attcollation
      LEFT JOIN pg_namespace cn ON cn.oid = co.collnamespace
      WHERE a.attrelid = ?::oid
      ORDER BY a.attnum
      """;

  private static final String KEYS =
      """
      SELECT i.indisprimary, (
        SELECT array_agg(a.attname::text ORDER BY k.n)
        FROM unnest(i.indkey::int2[]) WITH ORDINALITY k (attnum, n)
        JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = k.attnum
        WHERE k.n <= i.indnkeyatts)
      FROM pg_index i
      WHERE i.indrelid = ?::oid AND i.indisunique AND i.indimmediate AND i.indisvalid
        AND i.indpred IS NULL AND i.indexprs IS NULL
      ORDER BY i.indisprimary DESC, i.indexrelid
      """;

  private final Connection connection;

  /// Reads by this connection.
  public TableCatalog(Connection connection) {
    this.connection = connection;
  }

  /// The table of this name, else the one of the name in lower case if it was not quoted.
  public Optional<PostgresqlTable> find(TableName name) throws SQLException {
    try (var statement = connection.prepareStatement(RELATION)) {
      statement.setString(1, name.quoted());
      statement.setString(2, name.folded().quoted());
      try (var row = statement.executeQuery()) {
        return row.next() ? Optional.of(table(name, row)) : Optional.empty();
      }
    }
  }

  private PostgresqlTable table(TableName asked, ResultSet row) throws SQLException {
    long oid = row.getLong(1);
    var schema = asked.schema().isPresent() ? Optional.of(row.getString(2)) : asked.schema();
    var name = new TableName(schema, row.getString(3), false);
    var kind =
        RelationKind.of(row.getString(4), row.getBoolean(7))
            .orElseThrow(
                () ->
                    new SQLException(
                        "`%s` is neither a table nor a view. Name a table".formatted(name),
                        WRONG_OBJECT_TYPE));
    var traits =
        new Traits(row.getBoolean(5), row.getBoolean(6), row.getBoolean(8), row.getBoolean(14));
    var rights =
        new Rights(
            row.getBoolean(9),
            row.getBoolean(10),
            row.getBoolean(11),
            row.getBoolean(12),
            row.getBoolean(13),
            row.getBoolean(15));
    return new PostgresqlTable(name, kind, traits, rights, columns(oid), keys(oid));
  }

  private List<Column> columns(long oid) throws SQLException {
    var columns = new ArrayList<Column>();
    try (var statement = connection.prepareStatement(COLUMNS)) {
      statement.setLong(1, oid);
      statement.setLong(2, oid);
      try (var row = statement.executeQuery()) {
        while (row.next()) {
          columns.add(
              new Column(
                  row.getString(1),
                  columns.size(),
                  row.getString(2),
                  ColumnType.keyForm(row.getString(3)),
                  ColumnType.encoder(row.getString(3), Optional.ofNullable(row.getString(4))),
                  row.getBoolean(5),
                  row.getBoolean(6),
                  row.getBoolean(7),
                  row.getBoolean(8)));
        }
      }
    }
    return columns;
  }

  private List<UniqueKey> keys(long oid) throws SQLException {
    var keys = new ArrayList<UniqueKey>();
    try (var statement = connection.prepareStatement(KEYS)) {
      statement.setLong(1, oid);
      try (var row = statement.executeQuery()) {
        while (row.next()) {
          keys.add(
              new UniqueKey(row.getBoolean(1), List.of((String[]) row.getArray(2).getArray())));
        }
      }
    }
    return keys;
  }
}
