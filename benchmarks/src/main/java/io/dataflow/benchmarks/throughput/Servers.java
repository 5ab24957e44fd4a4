package io.dataflow.benchmarks.throughput;

import io.dataflow.testbed.KafkaServer;
import io.dataflow.testbed.PostgresqlServer;
import java.sql.Connection;
import java.sql.SQLException;

/// The one broker and the one database that all contestants use.
record Servers(KafkaServer kafka, PostgresqlServer postgresql) implements AutoCloseable {
  static final String DATABASE = "postgres";

  static Servers start() throws SQLException {
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

  Connection connection() throws SQLException {
    return postgresql.connection(DATABASE);
  }

  @Override
  public void close() {
    kafka.close();
    postgresql.close();
  }
}
