package io.dataflow.runtime.connector.polling.sql;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.springframework.jdbc.datasource.AbstractDataSource;
import org.springframework.jdbc.support.JdbcUtils;

/// The one connection that polls share: opened when it is first needed and again when it has been
/// lost. Rows are read in a transaction, which is what lets a driver fetch them a few at a time; it
/// is rolled back in the end. Its settings are set for each transaction, so that a pooler between
/// may give each another session.
final class KeptConnection extends AbstractDataSource implements AutoCloseable {
  private static final int ANSWER_MILLIS = 10_000;
  private static final Executor HERE = Runnable::run;

  private final SourceDialect dialect;
  private Optional<Connection> kept = Optional.empty();

  KeptConnection(SourceDialect dialect) {
    this.dialect = dialect;
  }

  @Override
  public synchronized Connection getConnection() throws SQLException {
    if (kept.isPresent()) {
      try {
        return lent(kept.get());
      } catch (SQLException e) {
        // Cut off between two polls, when nothing was being read: not worth a word if the server
        // lets us in again, and if not, that attempt says why.
        discard();
      }
    }
    var connection = dialect.connect();
    kept = Optional.of(connection);
    connection.setAutoCommit(false);
    return lent(connection);
  }

  @Override
  public Connection getConnection(String user, String password) throws SQLException {
    throw new SQLException("the connection string has the only user");
  }

  private Connection lent(Connection connection) throws SQLException {
    int patience = connection.getNetworkTimeout();
    connection.setNetworkTimeout(HERE, ANSWER_MILLIS);
    try (var statement = connection.createStatement()) {
      statement.execute(dialect.settings());
    }
    connection.setNetworkTimeout(HERE, patience);
    return handle(connection);
  }

  /// A handle whose `close` ends the transaction and keeps the connection.
  private static Connection handle(Connection connection) {
    return (Connection)
        Proxy.newProxyInstance(
            Connection.class.getClassLoader(),
            new Class<?>[] {Connection.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals("close")) {
                if (!connection.isClosed()) {
                  connection.rollback();
                }
                return null;
              }
              try {
                return method.invoke(connection, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }

  /// Ends the connection; the next poll opens another one.
  synchronized void discard() {
    kept.ifPresent(JdbcUtils::closeConnection);
    kept = Optional.empty();
  }

  /// Ends the connection without a word to the server, which then ends the transaction: from any
  /// thread, and also when the server does not answer.
  synchronized void abandon() {
    try {
      if (kept.isPresent()) {
        kept.get().abort(HERE);
      }
    } catch (SQLException e) {
      throw new IllegalStateException("the driver cannot end its connection", e);
    } finally {
      kept = Optional.empty();
    }
  }

  @Override
  public void close() {
    discard();
  }
}
