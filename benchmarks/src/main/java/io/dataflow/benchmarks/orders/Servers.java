package io.dataflow.benchmarks.orders;

import io.dataflow.testbed.KafkaServer;
import io.dataflow.testbed.PostgresqlServer;
import java.sql.Connection;
import java.sql.SQLException;

/// One broker and one database with the tables in it.
///
/// @param kafka the broker
/// @param postgresql the database server
public record Servers(KafkaServer kafka, PostgresqlServer postgresql) implements AutoCloseable {
  /// The database with the tables.
  public static final String DATABASE = "postgres";

  /// Starts both.
  public static Servers start() throws SQLException {
    var servers = new Servers(KafkaServer.start(), PostgresqlServer.start());
    try (var connection = servers.connection();
        var statement = connection.createStatement()) {
      statement.execute("ALTER SYSTEM SET track_commit_timestamp = on");
    }
    servers.postgresql.restart();
    try (var connection = servers.connection()) {
      for (var table : OrderTable.values()) {
        table.create(connection);
      }
    }
    return servers;
  }

  /// A new connection, which the caller closes.
  public Connection connection() throws SQLException {
    return postgresql.connection(DATABASE);
  }

  @Override
  public void close() {
    kafka.close();
    postgresql.close();
  }
}
