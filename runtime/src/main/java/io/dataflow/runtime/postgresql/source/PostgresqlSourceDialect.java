package io.dataflow.runtime.postgresql.source;

import io.dataflow.api.connector.PostgresqlSource;
import io.dataflow.runtime.connector.polling.CursorColumn;
import io.dataflow.runtime.connector.polling.sql.Horizon;
import io.dataflow.runtime.connector.polling.sql.PollFailure;
import io.dataflow.runtime.connector.polling.sql.Relation;
import io.dataflow.runtime.connector.polling.sql.SourceCatalog;
import io.dataflow.runtime.connector.polling.sql.SourceDialect;
import io.dataflow.runtime.connector.polling.sql.SourceProblems;
import io.dataflow.runtime.connector.table.TableName;
import io.dataflow.runtime.postgresql.ConnectionString;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// PostgreSQL as a source that is polled.
record PostgresqlSourceDialect(ConnectionString database, Optional<Duration> settleTime)
    implements SourceDialect {

  /// What rows look like must not depend on the server's, the database's or the user's settings,
  /// and a query must not write. Each statement must see what was committed before it, so that the
  /// horizon, which is asked before, is one.
  private static final String SETTINGS =
      "SET TRANSACTION ISOLATION LEVEL READ COMMITTED READ ONLY; SET LOCAL TIME ZONE 'UTC'; SET"
          + " LOCAL IntervalStyle = 'postgres'; SET LOCAL bytea_output = 'hex'; SET LOCAL"
          + " plan_cache_mode = 'force_custom_plan'";

  /// @throws io.dataflow.runtime.connector.FlowException when the connection string makes no sense
  static PostgresqlSourceDialect of(PostgresqlSource source) {
    var database = ConnectionString.of(source);
    return new PostgresqlSourceDialect(database, source.settleTime());
  }

  @Override
  public String type() {
    return "postgresql";
  }

  @Override
  public Connection connect() throws SQLException {
    return database.connect();
  }

  @Override
  public String address() {
    return database.toString();
  }

  @Override
  public String settings() {
    return SETTINGS;
  }

  @Override
  public String quote(String name) {
    return TableName.quote(name);
  }

  @Override
  public List<String> parts(String table) {
    var name = TableName.parse(table);
    return Stream.concat(name.schema().stream(), Stream.of(name.table())).toList();
  }

  @Override
  public String statement(String query) {
    return PostgresqlQuery.statement(query);
  }

  @Override
  public String rowAsJson(String alias) {
    return "row_to_json(" + alias + ".*)";
  }

  @Override
  public String text(String reference) {
    return reference + "::text";
  }

  @Override
  public String parameter(CursorColumn column) {
    return "(?::text)::" + column.type();
  }

  @Override
  public SourceCatalog catalog(Connection connection, Relation relation) {
    return new PostgresqlCatalog(connection, relation, this);
  }

  @Override
  public Optional<Horizon> horizon(CursorColumn tracking) {
    return OldestTransaction.of(tracking, settleTime);
  }

  @Override
  public String words(SQLException error) {
    return PostgresqlReadFailure.words(error);
  }

  @Override
  public PollFailure failure(SQLException error, SourceProblems problems) {
    return PostgresqlReadFailure.of(error, problems);
  }
}
