package io.dataflow.runtime.postgresql.source;

import io.dataflow.runtime.postgresql.ConnectionString;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.postgresql.ds.PGPooledConnection;
import org.springframework.jdbc.datasource.AbstractDataSource;
import org.springframework.jdbc.support.JdbcUtils;

/// The one connection that polls share: opened when it is first needed and again when it has been
/// lost. Rows are read in a transaction, which is what lets the driver fetch them a few at a time.
final class KeptConnection extends AbstractDataSource implements AutoCloseable {
  /// What rows look like must not depend on the server's, the database's or the user's settings,
  /// and a query must not write: its transaction is rolled back in the end. Set for each
  /// transaction, so that a pooler between may give each another session.
  private static final String SETTINGS =
      "SET TRANSACTION READ ONLY; SET LOCAL TIME ZONE 'UTC'; SET LOCAL IntervalStyle = 'postgres';"
          + " SET LOCAL bytea_output = 'hex'; SET LOCAL plan_cache_mode = 'force_custom_plan'";

  private static final int ANSWER_MILLIS = 10_000;
  private static final Executor HERE = Runnable::run;

  private final ConnectionString database;
  private Optional<Connection> open = Optional.empty();
  private Optional<PGPooledConnection> kept = Optional.empty();

  KeptConnection(ConnectionString database) {
    this.database = database;
  }

  @Override
  public synchronized Connection getConnection() throws SQLException {
    if (kept.isPresent()) {
      try {
        return lent();
      } catch (SQLException e) {
        // Cut off between two polls, when nothing was being read: not worth a word if the server
        // lets us in again, and if not, that attempt says why.
        discard();
      }
    }
    var connection = database.connect();
    open = Optional.of(connection);
    kept = Optional.of(new PGPooledConnection(connection, false));
    return lent();
  }

  @Override
  public Connection getConnection(String user, String password) throws SQLException {
    throw new SQLException("the connection string has the only user");
  }

  /// A handle whose `close` ends the transaction and keeps the connection.
  private Connection lent() throws SQLException {
    var connection = open.orElseThrow();
    int patience = connection.getNetworkTimeout();
    connection.setNetworkTimeout(HERE, ANSWER_MILLIS);
    var handle = kept.orElseThrow().getConnection();
    try (var statement = handle.createStatement()) {
      statement.execute(SETTINGS);
    }
    connection.setNetworkTimeout(HERE, patience);
    return handle;
  }

  /// Ends the connection; the next poll opens another one.
  synchronized void discard() {
    open.ifPresent(JdbcUtils::closeConnection);
    open = Optional.empty();
    kept = Optional.empty();
  }

  @Override
  public void close() {
    discard();
  }
}
