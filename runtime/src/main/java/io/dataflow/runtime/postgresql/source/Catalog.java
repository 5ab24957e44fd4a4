package io.dataflow.runtime.postgresql.source;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Asks the database about the relation, without reading a row of it.
final class Catalog {
  /// What a query stands behind in [#columns]; errors in it are counted from there.
  static final String BEFORE_RELATION = "SELECT * FROM ";

  private static final String AS = " AS " + Select.ALIAS;
  private static final int PATIENCE_SECONDS = 2;

  private final Connection connection;
  private final Relation relation;

  Catalog(Connection connection, Relation relation) {
    this.connection = connection;
    this.relation = relation;
  }

  /// The server's version, without the part behind the point.
  int version() throws SQLException {
    return connection.getMetaData().getDatabaseMajorVersion();
  }

  /// The names of the columns, and for each whether it may be null; a name that two columns have is
  /// there twice.
  List<Map.Entry<String, Boolean>> columns() throws SQLException {
    try (var statement =
            connection.prepareStatement(BEFORE_RELATION + relation.from() + AS + " LIMIT 0");
        var rows = statement.executeQuery()) {
      var columns = new ArrayList<Map.Entry<String, Boolean>>();
      var all = rows.getMetaData();
      for (int i = 1; i <= all.getColumnCount(); i++) {
        // An outer join in a query makes nulls of columns that have none in their table.
        boolean never =
            relation instanceof Table && all.isNullable(i) == ResultSetMetaData.columnNoNulls;
        columns.add(Map.entry(all.getColumnLabel(i), !never));
      }
      return columns;
    }
  }

  /// The columns with their types, by name.
  Map<String, Column> types(List<String> names) throws SQLException {
    var types = new ArrayList<String>();
    var columns = new ArrayList<String>();
    for (int i = 0; i < names.size(); i++) {
      types.add("pg_typeof(c" + i + ")::text");
      columns.add(new Column(names.get(i), "").reference() + " AS c" + i);
    }
    var sql =
        "SELECT %s FROM (SELECT) AS one LEFT JOIN (SELECT %s FROM %s LIMIT 0) AS none ON true"
            .formatted(String.join(", ", types), String.join(", ", columns), relation.from() + AS);
    try (var statement = connection.prepareStatement(sql);
        var row = statement.executeQuery()) {
      row.next();
      var result = new LinkedHashMap<String, Column>();
      for (int i = 0; i < names.size(); i++) {
        result.put(names.get(i), new Column(names.get(i), row.getString(i + 1)));
      }
      return result;
    }
  }

  /// Has the server look at a statement without running it.
  void prepare(String sql) throws SQLException {
    try (var statement = connection.prepareStatement(sql)) {
      statement.getMetaData();
    }
  }

  /// Has the server read a stored value as the column's type.
  void read(Column column, String value) throws SQLException {
    single("SELECT " + column.parameter(), value);
  }

  /// Whether a row has no value in one of the columns; false when it takes long to tell.
  boolean hasNull(List<Column> columns) throws SQLException {
    var condition =
        columns.stream()
            .map(column -> column.reference() + " IS NULL")
            .collect(Collectors.joining(" OR "));
    var sql = "SELECT EXISTS (SELECT FROM %s WHERE %s)".formatted(relation.from() + AS, condition);
    try (var statement = connection.prepareStatement(sql)) {
      statement.setQueryTimeout(PATIENCE_SECONDS);
      try (var row = statement.executeQuery()) {
        return row.next() && row.getBoolean(1);
      }
    } catch (SQLException e) {
      if (SqlFailure.state(e).equals("57014")) {
        return false;
      }
      throw e;
    }
  }

  /// Whether there is such a table or view.
  boolean exists(Table table) throws SQLException {
    return single("SELECT to_regclass(?)::text", table.from()).isPresent();
  }

  /// The table that differs in upper and lower case alone.
  Optional<String> similar(Table table) throws SQLException {
    return single(
        "SELECT format('%I.%I', relnamespace::regnamespace, relname) FROM pg_class"
            + " WHERE lower(relname) = lower(?) AND relkind IN ('r', 'v', 'm', 'p', 'f') LIMIT 1",
        table.last());
  }

  /// Creates the table with the documented columns, under the names of the cursor's.
  void create(Table table, String tracking, String order) throws SQLException {
    var change = tracking.equals(order) ? "updated_at" : tracking;
    var sql =
        "CREATE TABLE IF NOT EXISTS %s (%s SERIAL PRIMARY KEY, %s, %s)"
            .formatted(table.from(), Table.quoted(order), time("created_at"), time(change));
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static String time(String name) {
    return Table.quoted(name) + " TIMESTAMPTZ NOT NULL DEFAULT now()";
  }

  private Optional<String> single(String sql, String value) throws SQLException {
    try (var statement = connection.prepareStatement(sql)) {
      statement.setString(1, value);
      try (ResultSet row = statement.executeQuery()) {
        return row.next() ? Optional.ofNullable(row.getString(1)) : Optional.empty();
      }
    }
  }
}
