package io.dataflow.runtime.postgresql.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataflow.runtime.checkpoint.MemoryCheckpointStore;
import io.dataflow.testbed.PostgresqlServer;
import org.junit.jupiter.api.Test;

/// A transaction that is prepared has no session any more, and its rows may still come.
class PreparedTransactionTest {

  @Test
  void rowsOfAPreparedTransactionAreWaitedFor() throws Exception {
    try (var server = PostgresqlServer.start()) {
      var database = new Database(server, "postgres");
      database.run("ALTER SYSTEM SET max_prepared_transactions = 2");
      server.restart();
      database.run("CREATE TABLE orders (id int, updated_at timestamptz DEFAULT now())");
      try (var connection = server.connection("postgres");
          var statement = connection.createStatement()) {
        connection.setAutoCommit(false);
        statement.execute("INSERT INTO orders VALUES (1)");
        statement.execute("PREPARE TRANSACTION 'slow'");
      }
      database.run("INSERT INTO orders VALUES (2)");
      var source = database.source().table("orders").build();
      try (var flow = new SourceFlow(source, new MemoryCheckpointStore()).start()) {
        flow.untilIdle();
        assertThat(flow.bodies()).isEmpty();
        database.run("COMMIT PREPARED 'slow'");
        flow.untilRows(2);
        assertThat(flow.field("id")).containsExactly("1", "2");
      }
    }
  }
}
