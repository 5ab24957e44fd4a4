package io.dataflow.testbed;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class ServersTest {
  @Test
  void giveEachTestADatabaseOfItsOwn() throws SQLException {
    var database = Servers.freshDatabase();
    assertThat(Servers.freshDatabase()).isNotEqualTo(database);
    try (var connection = Servers.postgresql().connection(database)) {
      assertThat(connection.getCatalog()).isEqualTo(database);
    }
  }
}
