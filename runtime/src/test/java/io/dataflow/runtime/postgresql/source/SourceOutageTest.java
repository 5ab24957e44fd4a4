package io.dataflow.runtime.postgresql.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataflow.runtime.checkpoint.MemoryCheckpointStore;
import io.dataflow.testbed.PostgresqlServer;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SourceOutageTest {

  @Test
  void losesAndRepeatsNothingWhenTheServerRestartsInMidRead() throws Exception {
    try (var server = PostgresqlServer.start()) {
      var database = new Database(server, "postgres");
      database.rows("orders", 60_000);
      try (var flow = flow(database.source().table("orders"))) {
        flow.taking(
                batch -> {
                  if (flow.batches.size() == 3) {
                    server.restart();
                  } else if (flow.batches.size() == 6) {
                    server.kill();
                    server.restart();
                  }
                  flow.keep(batch);
                })
            .start();
        flow.untilIdle();
        assertThat(flow.field("id")).containsExactlyElementsOf(numbers(60_000));
        assertThat(flow.unavailable).isNotEmpty();
        assertThat(flow.failures).isEmpty();
      }
    }
  }

  @Test
  void readsTheRestAgainWhenItsConnectionIsCutOffInMidRead() throws Exception {
    var database = Database.fresh();
    database.rows("orders", 30_000);
    try (var flow = flow(database.source().table("orders"))) {
      flow.taking(
              batch -> {
                if (flow.batches.size() == 2) {
                  database.run(TERMINATE);
                }
                flow.keep(batch);
              })
          .start();
      flow.untilIdle();
      assertThat(flow.field("id")).containsExactlyElementsOf(numbers(30_000));
      assertThat(flow.unavailable).hasSize(1);
    }
  }

  @Test
  void noticesAServerThatDoesNotAnswer() throws Exception {
    var database = Database.fresh();
    database.run("CREATE TABLE patience (seconds int)");
    database.run("INSERT INTO patience VALUES (0)");
    var connection = database.server().connectionString(database.name()) + "?socketTimeout=1";
    var query = "SELECT 1 AS id FROM patience WHERE pg_sleep(seconds) IS NOT NULL";
    try (var flow = flow(database.source().query(query).connection(connection)).start()) {
      flow.untilRows(1);
      database.run("UPDATE patience SET seconds = 60");
      flow.until("the time-out", () -> !flow.unavailable.isEmpty());
      int before = flow.messages.size();
      database.run("UPDATE patience SET seconds = 0");
      flow.untilRows(before + 1);
      assertThat(flow.failures).isEmpty();
    }
  }

  private static final String TERMINATE =
      "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
          + " WHERE datname = current_database() AND application_name = 'dataflow'";

  private static SourceFlow flow(Database.SourceBuilder source) {
    return new SourceFlow(source.build(), new MemoryCheckpointStore());
  }

  private static List<String> numbers(int to) {
    return IntStream.rangeClosed(1, to).mapToObj(Integer::toString).toList();
  }
}
