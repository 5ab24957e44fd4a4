package io.dataflow.runtime.postgresql.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataflow.runtime.checkpoint.MemoryCheckpointStore;
import org.junit.jupiter.api.Test;

class PostgresqlSourceTest {
  private final Database database = Database.fresh();

  @Test
  void readsATableInTheOrderOfItsChanges() throws Exception {
    database.rows("orders", 3);
    database.run("UPDATE orders SET updated_at = '2026-02-01T00:00:00.123456Z' WHERE id = 1");
    try (var flow = start(database.source().table("orders"))) {
      flow.untilIdle();
      assertThat(flow.bodies())
          .containsExactly(
              "{\"id\":2,\"updated_at\":\"2026-01-01T00:00:02+00:00\",\"name\":\"n2\"}",
              "{\"id\":3,\"updated_at\":\"2026-01-01T00:00:03+00:00\",\"name\":\"n3\"}",
              "{\"id\":1,\"updated_at\":\"2026-02-01T00:00:00.123456+00:00\",\"name\":\"n1\"}");
      assertThat(flow.readyCount).hasValue(1);
      assertThat(flow.polledRows).hasValue(3);
      assertThat(flow.failures).isEmpty();
      assertThat(flow.unavailable).isEmpty();
    }
  }

  @Test
  void saysThatARowIsAnInsertUntilTheEndWasReachedAndAnUpdateAfterThat() throws Exception {
    database.rows("orders", 3);
    try (var flow = start(database.source().table("public.orders").readBatchSize(2))) {
      flow.untilIdle();
      database.more("orders", 4, 4);
      database.run("UPDATE orders SET updated_at = '2026-02-01Z', name = 'new' WHERE id = 1");
      flow.untilRows(5);
      assertThat(flow.metadata("operation"))
          .containsExactly("insert", "insert", "insert", "update", "update");
      assertThat(flow.metadata("id")).containsExactly(1L, 2L, 3L, 4L, 1L);
      assertThat(flow.metadata("table")).containsOnly("public.orders");
      assertThat(flow.messages.getFirst().metadata().asMap())
          .containsOnlyKeys("table", "operation", "id");
    }
  }

  @Test
  void quotesEveryName() throws Exception {
    database.run("CREATE SCHEMA \"odd.schema\"");
    database.run(
        "CREATE TABLE \"odd.schema\".\"My \"\"table\"\"; --\" (\"Key ?\" text, \"at \"\"x\"\"\""
            + " int)");
    database.run("INSERT INTO \"odd.schema\".\"My \"\"table\"\"; --\" VALUES ('b', 1), ('a', 1)");
    try (var flow =
        start(
            database
                .source()
                .table("\"odd.schema\".\"My \"\"table\"\"; --\"")
                .tracking("at \"x\"")
                .order("Key ?")
                .readBatchSize(1))) {
      flow.untilIdle();
      assertThat(flow.field("Key ?")).containsExactly("a", "b");
      assertThat(flow.metadata("id")).containsExactly("a", "b");
    }
  }

  @Test
  void filtersAndOrdersAQueryThatNamesItsTrackingColumn() throws Exception {
    database.rows("orders", 4);
    var query =
        "WITH kept AS (SELECT id, updated_at, '{\"a;b\": 1}'::jsonb ? 'a;b' AS there FROM orders)\n"
            + "SELECT * FROM kept WHERE id <> 2 ORDER BY id DESC ; -- the end";
    try (var flow = start(database.source().query(query).tracking("updated_at"))) {
      flow.untilIdle();
      database.more("orders", 5, 5);
      flow.untilRows(4);
      assertThat(flow.field("id")).containsExactly("1", "3", "4", "5");
      assertThat(flow.field("there")).containsOnly("true");
      assertThat(flow.metadata("table")).containsOnly("none");
      assertThat(flow.metadata("id")).containsExactly(1L, 3L, 4L, 5L);
    }
  }

  @Test
  void runsAQueryWithoutATrackingColumnAsItIsAtEachPoll() throws Exception {
    database.rows("orders", 2);
    var query = "SELECT id, name FROM orders ORDER BY id DESC";
    try (var flow = start(database.source().query(query))) {
      flow.untilRows(6);
      assertThat(flow.field("id").subList(0, 6)).containsExactly("2", "1", "2", "1", "2", "1");
      assertThat(flow.metadata("operation")).containsOnly("insert");
    }
  }

  @Test
  void createsAMissingTableWhenAskedTo() throws Exception {
    try (var flow = start(database.source().table("public.fresh").autoCreate())) {
      flow.untilIdle();
      database.run("INSERT INTO fresh DEFAULT VALUES");
      flow.untilRows(1);
      assertThat(flow.field("id")).containsExactly("1");
      assertThat(flow.bodies().getFirst()).contains("\"created_at\":\"", "\"updated_at\":\"");
    }
  }

  @Test
  void createsTheTableThatAQueryReadsWithTheCursorsColumns() throws Exception {
    var source =
        database
            .source()
            .table("fresh")
            .query("SELECT * FROM fresh")
            .tracking("changed at")
            .order("number");
    try (var flow = start(source.autoCreate())) {
      flow.untilIdle();
      database.run("INSERT INTO fresh DEFAULT VALUES");
      flow.untilRows(1);
      assertThat(flow.field("number")).containsExactly("1");
      assertThat(flow.bodies().getFirst()).contains("\"created_at\":", "\"changed at\":");
    }
  }

  private static SourceFlow start(Database.SourceBuilder source) throws Exception {
    return new SourceFlow(source.build(), new MemoryCheckpointStore()).start();
  }
}
