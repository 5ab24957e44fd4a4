package io.dataflow.runtime.postgresql.cdc;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataflow.api.message.Message;
import io.dataflow.runtime.checkpoint.MemoryCheckpointStore;
import io.dataflow.runtime.connector.UnavailableException;
import io.dataflow.runtime.contract.source.SourceRoute;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What comes of each kind of change.
class ChangesTest {
  private static final String NEVER = ", snapshotMode: never";

  private static SourceRoute route(FollowedTable table) throws UnavailableException {
    return new SourceRoute("postgresql-cdc", table, new MemoryCheckpointStore()).start();
  }

  private static String text(Message message) {
    var operation = message.metadata().get("operation").orElseThrow();
    return operation + " " + new String(message.original(), StandardCharsets.UTF_8);
  }

  private static List<String> changes(SourceRoute route, int count) {
    return route.until(count).batches().stream()
        .flatMap(batch -> batch.messages().stream())
        .map(ChangesTest::text)
        .toList();
  }

  @Test
  void insertsUpdatesAndDeletesSayWhatTheyAre() throws UnavailableException {
    var table = FollowedTable.fresh("id int PRIMARY KEY, note text", NEVER);
    try (var route = route(table)) {
      table.run("INSERT INTO %s VALUES (1, 'a')");
      table.run("UPDATE %s SET note = NULL");
      table.run("DELETE FROM %s");
      assertThat(changes(route, 3))
          .containsExactly(
              "insert {\"id\":1,\"note\":\"a\"}",
              "update {\"id\":1,\"note\":null}",
              "delete {\"id\":1}");
      var metadata = route.batches().getFirst().messages().getFirst().metadata().asMap();
      assertThat(metadata)
          .containsEntry("table", table.name())
          .containsEntry("operation", "insert")
          .containsEntry("id", 1L)
          .containsKey("lsn");
    }
  }

  @Test
  void aDeleteTellsTheWholeRowWithAFullIdentity() throws UnavailableException {
    var table = FollowedTable.fresh("id int, note text", NEVER);
    table.run("ALTER TABLE %s REPLICA IDENTITY FULL");
    try (var route = route(table)) {
      table.run("INSERT INTO %s VALUES (1, 'a')");
      table.run("DELETE FROM %s");
      assertThat(changes(route, 2))
          .containsExactly("insert {\"id\":1,\"note\":\"a\"}", "delete {\"id\":1,\"note\":\"a\"}");
    }
  }

  @Test
  void theKeyOfAnIndexIsTold() throws UnavailableException {
    var table = FollowedTable.fresh("id int, code text NOT NULL UNIQUE", NEVER);
    table.run("ALTER TABLE %s REPLICA IDENTITY USING INDEX " + table.table().name() + "_code_key");
    try (var route = route(table)) {
      table.run("INSERT INTO %s VALUES (1, 'a')");
      table.run("DELETE FROM %s");
      assertThat(changes(route, 2)).last().isEqualTo("delete {\"code\":\"a\"}");
    }
  }

  @Test
  void aRowWhoseKeyChangesIsDeletedAndInserted() throws UnavailableException {
    var table = FollowedTable.fresh("id int PRIMARY KEY, note text", NEVER);
    try (var route = route(table)) {
      table.run("INSERT INTO %s VALUES (1, 'a')");
      table.run("UPDATE %s SET id = 2");
      assertThat(changes(route, 3))
          .containsExactly(
              "insert {\"id\":1,\"note\":\"a\"}",
              "delete {\"id\":1}",
              "insert {\"id\":2,\"note\":\"a\"}");
    }
  }

  @Test
  void aLongValueThatAnUpdateLeavesIsLeftOut() throws UnavailableException {
    var table = FollowedTable.fresh("id int PRIMARY KEY, note text, long text", NEVER);
    table.run("ALTER TABLE %s ALTER COLUMN long SET STORAGE EXTERNAL");
    try (var route = route(table)) {
      table.run("INSERT INTO %s VALUES (1, 'a', repeat('x', 9000))");
      table.run("UPDATE %s SET note = 'b'");
      assertThat(changes(route, 2)).last().isEqualTo("update {\"id\":1,\"note\":\"b\"}");
      table.run("ALTER TABLE %s REPLICA IDENTITY FULL");
      table.run("UPDATE %s SET note = 'c'");
      assertThat(changes(route, 3))
          .last()
          .isEqualTo("update {\"id\":1,\"note\":\"c\",\"long\":\"" + "x".repeat(9000) + "\"}");
    }
  }

  @Test
  void aTableIsFollowedWhileItIsAltered() throws UnavailableException {
    var table = FollowedTable.fresh("id int PRIMARY KEY, a text, b text", NEVER);
    try (var route = route(table)) {
      table.run("INSERT INTO %s VALUES (1, 'a', 'b')");
      table.run("ALTER TABLE %s DROP COLUMN a; ALTER TABLE %s ADD COLUMN c int[] DEFAULT '{1}'");
      table.run("INSERT INTO %s VALUES (2, 'b')");
      table.run("TRUNCATE %s");
      table.run("INSERT INTO %s VALUES (3, 'b')");
      assertThat(changes(route, 3))
          .containsExactly(
              "insert {\"id\":1,\"a\":\"a\",\"b\":\"b\"}",
              "insert {\"id\":2,\"b\":\"b\",\"c\":[1]}",
              "insert {\"id\":3,\"b\":\"b\",\"c\":[1]}");
    }
  }

  @Test
  void columnsAreLeftOut() throws UnavailableException {
    var table =
        FollowedTable.fresh(
            "id int PRIMARY KEY, a text, b text", ", includeColumns: [id, a], excludeColumns: [b]");
    table.run("INSERT INTO %s VALUES (1, 'a', 'b')");
    try (var route = route(table)) {
      route.until(1);
      table.run("INSERT INTO %s VALUES (2, 'a', 'b')");
      assertThat(changes(route, 2))
          .containsExactly("insert {\"id\":1,\"a\":\"a\"}", "insert {\"id\":2,\"a\":\"a\"}");
    }
  }

  @Test
  void whatIsRolledBackNeverComes() throws UnavailableException {
    var table = FollowedTable.fresh("id int PRIMARY KEY", NEVER);
    try (var route = route(table)) {
      table.run("BEGIN; INSERT INTO %s VALUES (1); ROLLBACK; INSERT INTO %s VALUES (2)");
      assertThat(changes(route, 1)).containsExactly("insert {\"id\":2}");
    }
  }
}
