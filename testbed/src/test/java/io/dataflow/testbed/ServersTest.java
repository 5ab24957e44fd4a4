package io.dataflow.testbed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dataflow.testbed.server.ServerException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServersTest {
  @Test
  void sayWhyTheyDoNotStart(@TempDir Path folder) throws IOException {
    try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      var port = taken.getLocalPort();
      assertThatThrownBy(() -> KafkaServer.start(folder.resolve("kafka"), port))
          .isInstanceOf(ServerException.class)
          .hasMessageContaining("Kafka ended with exit code 1 while it started")
          .hasMessageContaining("Address already in use");
      assertThatThrownBy(() -> PostgresqlServer.start(folder.resolve("postgresql"), port))
          .isInstanceOf(ServerException.class)
          .hasMessageContaining("PostgreSQL ended with exit code 1 while it started")
          .hasMessageContaining("Is another postmaster already running");
    }
  }

  @Test
  void giveEachTestADatabaseOfItsOwn() throws SQLException {
    var database = Servers.freshDatabase();
    assertThat(Servers.freshDatabase()).isNotEqualTo(database);
    try (var connection = Servers.postgresql().connection(database)) {
      assertThat(connection.getCatalog()).isEqualTo(database);
    }
  }
}
