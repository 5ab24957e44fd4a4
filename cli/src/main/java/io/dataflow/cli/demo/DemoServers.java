package io.dataflow.cli.demo;

import io.dataflow.cli.terminal.CommandException;
import io.dataflow.testbed.KafkaServer;
import io.dataflow.testbed.PostgresqlServer;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/// The demo's own Kafka and PostgreSQL, with nothing in them that the demo did not put there; all
/// of it goes away with them.
final class DemoServers implements AutoCloseable {
  static final String TOPIC = "orders";
  private static final String DATABASE = "demo";
  private static final int PARTITIONS = 3;

  private final KafkaServer kafka;
  private final PostgresqlServer postgresql;

  private DemoServers(KafkaServer kafka, PostgresqlServer postgresql) {
    this.kafka = kafka;
    this.postgresql = postgresql;
  }

  /// Starts both at once, with an empty topic and empty tables.
  static DemoServers start(DemoSample sample) {
    var broker = CompletableFuture.supplyAsync(KafkaServer::start);
    var database = CompletableFuture.supplyAsync(PostgresqlServer::start);
    try {
      var servers = new DemoServers(broker.join(), database.join());
      servers.kafka.createTopic(TOPIC, PARTITIONS);
      servers.postgresql.createDatabase(DATABASE);
      servers.execute(sample.tables());
      return servers;
    } catch (CompletionException e) {
      throw new CommandException("demo: " + e.getCause().getMessage(), e.getCause());
    }
  }

  String bootstrap() {
    return kafka.bootstrap();
  }

  String connectionString() {
    return postgresql.connectionString(DATABASE);
  }

  String jdbcUrl() {
    return postgresql.jdbcUrl(DATABASE);
  }

  Connection connection() throws SQLException {
    return postgresql.connection(DATABASE);
  }

  private void execute(String sql) {
    try (var connection = connection();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new CommandException("demo: the tables cannot be made: " + e.getMessage(), e);
    }
  }

  @Override
  public void close() {
    kafka.close();
    postgresql.close();
  }
}
