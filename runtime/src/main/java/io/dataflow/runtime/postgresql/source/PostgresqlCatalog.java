package io.dataflow.runtime.postgresql.source;

import io.dataflow.runtime.connector.jdbc.SqlState;
import io.dataflow.runtime.connector.polling.CursorColumn;
import io.dataflow.runtime.connector.polling.sql.QueryRelation;
import io.dataflow.runtime.connector.polling.sql.Relation;
import io.dataflow.runtime.connector.polling.sql.Select;
import io.dataflow.runtime.connector.polling.sql.SourceCatalog;
import io.dataflow.runtime.connector.polling.sql.SourceDialect;
import io.dataflow.runtime.connector.polling.sql.TableRelation;
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
final class PostgresqlCatalog implements SourceCatalog {
  /// What a query stands behind in [#columns]; errors in it are counted from there.
  static final String BEFORE_RELATION = "SELECT * FROM ";

  private static final String AS = " AS " + Select.ALIAS;
  /// The first that can end a page with all rows of a place (`WITH TIES`).
  private static final int OLDEST_VERSION = 13;

  private static final int PATIENCE_SECONDS = 2;

  private final Connection connection;
  private final Relation relation;
  private final SourceDialect dialect;

  PostgresqlCatalog(Connection connection, Relation relation, SourceDialect dialect) {
    this.dialect = dialect;
    this.connection = connection;
    this.relation = relation;
  }

  @Override
  public Optional<String> objection() throws SQLException {
    int version = connection.getMetaData().getDatabaseMajorVersion();
    return version < OLDEST_VERSION
        ? Optional.of(
            "PostgreSQL %d. Name a server of version %d or newer"
                .formatted(version, OLDEST_VERSION))
        : Optional.empty();
  }

  @Override
  public List<Map.Entry<String, Boolean>> columns() throws SQLException {
    try (var statement =
            connection.prepareStatement(BEFORE_RELATION + relation.from() + AS + " LIMIT 0");
        var rows = statement.executeQuery()) {
      var columns = new ArrayList<Map.Entry<String, Boolean>>();
      var all = rows.getMetaData();
      for (int i = 1; i <= all.getColumnCount(); i++) {
        // An outer join in a query makes nulls of columns that have none in their table.
        boolean never =
            relation instanceof TableRelation
                && all.isNullable(i) == ResultSetMetaData.columnNoNulls;
        columns.add(Map.entry(all.getColumnLabel(i), !never));
      }
      return columns;
    }
  }

  @Override
  public Map<String, CursorColumn> types(List<String> names) throws SQLException {
    var types = new ArrayList<String>();
    var columns = new ArrayList<String>();
    for (int i = 0; i < names.size(); i++) {
      types.add("pg_typeof(c" + i + ")::text");
      columns.add(Select.ALIAS + "." + dialect.quote(names.get(i)) + " AS c" + i);
    }
    var sql =
        "SELECT %s FROM (SELECT) AS one LEFT JOIN (SELECT %s FROM %s LIMIT 0) AS none ON true"
            .formatted(String.join(", ", types), String.join(", ", columns), relation.from() + AS);
    try (var statement = connection.prepareStatement(sql);
        var row = statement.executeQuery()) {
      row.next();
      var result = new LinkedHashMap<String, CursorColumn>();
      for (int i = 0; i < names.size(); i++) {
        var type = row.getString(i + 1);
        result.put(names.get(i), new CursorColumn(names.get(i), type, kind(type)));
      }
      return result;
    }
  }

  private static CursorColumn.Kind kind(String type) {
    return switch (type) {
      case "smallint", "integer", "bigint", "numeric", "real", "double precision" ->
          CursorColumn.Kind.NUMBER;
      case "timestamp with time zone" -> CursorColumn.Kind.MOMENT;
      case "timestamp without time zone", "date" -> CursorColumn.Kind.LOCAL_TIME;
      default -> CursorColumn.Kind.OTHER;
    };
  }

  @Override
  public void prepare(String sql) throws SQLException {
    try (var statement = connection.prepareStatement(sql)) {
      statement.getMetaData();
    }
  }

  @Override
  public void read(CursorColumn column, String value) throws SQLException {
    single("SELECT " + dialect.parameter(column), value);
  }

  @Override
  public boolean hasNull(List<CursorColumn> columns) throws SQLException {
    var condition =
        columns.stream()
            .map(column -> Select.reference(column, dialect) + " IS NULL")
            .collect(Collectors.joining(" OR "));
    var sql = "SELECT EXISTS (SELECT FROM %s WHERE %s)".formatted(relation.from() + AS, condition);
    try (var statement = connection.prepareStatement(sql)) {
      statement.setQueryTimeout(PATIENCE_SECONDS);
      try (var row = statement.executeQuery()) {
        return row.next() && row.getBoolean(1);
      }
    } catch (SQLException e) {
      if (SqlState.of(e).code().equals("57014")) {
        return false;
      }
      throw e;
    }
  }

  @Override
  public Optional<Boolean> isUnique(List<CursorColumn> columns) throws SQLException {
    return switch (relation) {
      case TableRelation table -> new UniqueIndexes(connection, table).isUnique(columns);
      case QueryRelation query -> Optional.empty();
    };
  }

  @Override
  public boolean brings(String sql, List<String> values) throws SQLException {
    try (var statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.size(); i++) {
        statement.setString(i + 1, values.get(i));
      }
      try (var row = statement.executeQuery()) {
        return row.next();
      }
    }
  }

  @Override
  public boolean exists(TableRelation table) throws SQLException {
    return single("SELECT to_regclass(?)::text", table.from()).isPresent();
  }

  @Override
  public Optional<String> similar(TableRelation table) throws SQLException {
    return single(
        "SELECT format('%I.%I', relnamespace::regnamespace, relname) FROM pg_class"
            + " WHERE lower(relname) = lower(?) AND relkind IN ('r', 'v', 'm', 'p', 'f') LIMIT 1",
        table.last());
  }

  @Override
  public void create(TableRelation table, String tracking, String order) throws SQLException {
    var change = tracking.equals(order) ? "updated_at" : tracking;
    var sql =
        "CREATE TABLE IF NOT EXISTS %s (%s SERIAL PRIMARY KEY, %s, %s)"
            .formatted(table.from(), dialect.quote(order), time("created_at"), time(change));
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private String time(String name) {
    return dialect.quote(name) + " TIMESTAMPTZ NOT NULL DEFAULT now()";
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
