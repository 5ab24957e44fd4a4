package io.dataflow.cluster;

import io.dataflow.testbed.KafkaServer;
import io.dataflow.testbed.PostgresqlServer;
import io.dataflow.testbed.server.ServerException;
import java.sql.Connection;
import java.sql.SQLException;

/// What the sample reads from and writes to; nothing is in them that this did not put there.
record Backends(KafkaServer kafka, PostgresqlServer postgresql) implements AutoCloseable {
  static final String TOPIC = "orders";
  private static final String DATABASE = "demo";
  private static final int PARTITIONS = 3;

  /// Makes the topic and the tables.
  ///
  /// @param tables SQL
  void prepare(String tables) {
    kafka.createTopic(TOPIC, PARTITIONS);
    postgresql.createDatabase(DATABASE);
    try (var connection = connection();
        var statement = connection.createStatement()) {
      statement.execute(tables);
    } catch (SQLException failure) {
      throw new ServerException("the tables cannot be made: " + failure.getMessage(), failure);
    }
  }

  Connection connection() throws SQLException {
    return postgresql.connection(DATABASE);
  }

  String connectionString() {
    return postgresql.connectionString(DATABASE);
  }

  /// How many rows a table has.
  long rows(String table) {
    try (var connection = connection();
        var statement = connection.createStatement();
        var result = statement.executeQuery("SELECT count(*) FROM " + table)) {
      result.next();
      return result.getLong(1);
    } catch (SQLException failure) {
      throw new ServerException("PostgreSQL: " + failure.getMessage(), failure);
    }
  }

  @Override
  public void close() {
    kafka.close();
    postgresql.close();
  }
}
