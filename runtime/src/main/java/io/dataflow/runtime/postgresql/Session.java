package io.dataflow.runtime.postgresql;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.postgresql.copy.CopyManager;

/// One connection and what lives as long as it does. Transactions are plain SQL: a COPY alone needs
/// no BEGIN and COMMIT around it, and JDBC would send both.
final class Session implements AutoCloseable {
  private final Connection connection;
  private final CopyManager copies;
  private final Staging staging = new Staging(this);

  private Session(Connection connection) throws SQLException {
    this.connection = connection;
    this.copies = connection.unwrap(PGConnection.class).getCopyAPI();
  }

  /// Connects to the server that takes writes.
  static Session open(ConnectionString where) throws SQLException {
    var connection = where.withDefault("targetServerType", "primary").connect();
    try {
      var session = new Session(connection);
      // Times without a zone mean UTC, whatever zone the processor or the server lives in.
      session.execute("SET TIME ZONE 'UTC'");
      return session;
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
  }

  /// The table of this name as it is now.
  Optional<Table> describe(QualifiedName name) throws SQLException {
    return new Catalog(connection).find(name);
  }

  Staging staging() {
    return staging;
  }

  /// Starts a COPY.
  CopyIn copy(String sql) throws SQLException {
    return copies.copyIn(sql);
  }

  /// Runs a statement and returns how many rows it wrote.
  long execute(String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      return statement.executeLargeUpdate(sql);
    }
  }

  /// The first column of the first row, as text.
  Optional<String> ask(String sql, String parameter) throws SQLException {
    try (var statement = connection.prepareStatement(sql)) {
      statement.setString(1, parameter);
      try (var row = statement.executeQuery()) {
        return row.next() ? Optional.ofNullable(row.getString(1)) : Optional.empty();
      }
    }
  }

  /// Ends the connection, politely if nothing is under way.
  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      abort();
    }
  }

  /// Ends the connection at once, whatever it is doing; from any thread.
  void abort() {
    try {
      connection.abort(Runnable::run);
    } catch (SQLException e) {
      throw new IllegalStateException("the driver cannot end its connection", e);
    }
  }
}
