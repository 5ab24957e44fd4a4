package io.dataflow.runtime.postgresql.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dataflow.api.connector.PostgresqlSink;
import io.dataflow.api.message.Message;
import io.dataflow.runtime.connector.FlowException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PostgresqlDeleteTest {
  private static final Database DATABASE = Database.fresh();

  private static Message update(String body) {
    return Database.message(body, Map.of("operation", "update"));
  }

  private static Message delete(String body) {
    return Database.message(body, Map.of("operation", "delete"));
  }

  private static PostgresqlSink soft(String table) {
    return DATABASE.settings(
        "table: " + table + ", upsertMode: true, softDeleteColumn: deleted_at");
  }

  private static PostgresqlSink hard(String table) {
    return DATABASE.settings("table: " + table + ", upsertMode: true, hardDelete: true");
  }

  @Test
  void aDeletedRowIsMarkedAndKeepsItsValues() {
    DATABASE.run("CREATE TABLE soft (id int PRIMARY KEY, v int NOT NULL, deleted_at timestamp)");
    DATABASE.run("INSERT INTO soft VALUES (1, 1), (2, 2)");
    var written =
        Written.by(
            soft("soft"),
            List.of(delete("{'id': 1, 'v': null, 'gone': 5}"), delete("{'id': 9}"), delete("{}")));
    assertThat(written.reasons())
        .containsExactly("`id` is missing, but it is the key of the row to delete");
    assertThat(DATABASE.rows("SELECT id, v, deleted_at IS NOT NULL FROM soft ORDER BY id"))
        .containsExactly("1|1|t", "2|2|f");
    assertThat(
            DATABASE.value(
                "SELECT abs(extract(epoch FROM now() - deleted_at)) < 600 FROM soft WHERE id = 1"))
        .isEqualTo("t");
  }

  @Test
  void aRowThatComesAgainIsNotDeletedAnyMore() {
    DATABASE.run("CREATE TABLE again (id int PRIMARY KEY, v int, deleted_at timestamptz)");
    Written.by(
        soft("again"),
        List.of(
            update("{'id': 1, 'v': 1}"),
            delete("{'id': 1}"),
            update("{'id': 2, 'v': 2}"),
            delete("{'id': 2}"),
            update("{'id': 2}")));
    assertThat(DATABASE.rows("SELECT id, v, deleted_at IS NOT NULL FROM again ORDER BY id"))
        .containsExactly("1|1|t", "2|2|f");
    Written.by(soft("again"), List.of(update("{'id': 1}"), delete("{'id': 2}")));
    assertThat(DATABASE.rows("SELECT id, v, deleted_at IS NOT NULL FROM again ORDER BY id"))
        .containsExactly("1|1|f", "2|2|t");
  }

  @Test
  void aDeletedRowIsGoneAndComesBackWithoutItsOldValues() {
    DATABASE.run("CREATE TABLE hard (id int PRIMARY KEY, v int, w int)");
    DATABASE.run("INSERT INTO hard VALUES (1, 1, 1), (2, 2, 2), (3, 3, 3)");
    Written.by(
        hard("hard"),
        List.of(
            delete("{'id': 1, 'v': 1, 'w': 1}"),
            delete("{'id': 2}"),
            update("{'id': 2, 'v': 20}"),
            update("{'id': 3, 'v': 30}"),
            update("{'id': 4, 'v': 40}"),
            delete("{'id': 4}")));
    assertThat(DATABASE.rows("SELECT * FROM hard ORDER BY id"))
        .containsExactly("2|20|null", "3|30|3");
  }

  @Test
  void aDeletionIsARowWhereNothingElseIsAskedFor() {
    DATABASE.run("CREATE TABLE kept (id int PRIMARY KEY, v int)");
    Written.by(DATABASE.upsert("kept"), List.of(delete("{'id': 1, 'v': 1}")));
    assertThat(DATABASE.rows("SELECT * FROM kept")).containsExactly("1|1");
  }

  @Test
  void aDeletionThatTheDatabaseRefusesCostsItselfAlone() {
    DATABASE.run("CREATE TABLE parent (id int PRIMARY KEY)");
    DATABASE.run("CREATE TABLE child (id int REFERENCES parent)");
    DATABASE.run("INSERT INTO parent VALUES (1), (2), (3)");
    DATABASE.run("INSERT INTO child VALUES (2)");
    var written =
        Written.by(
            hard("parent"),
            List.of(
                delete("{'id': 1}"),
                delete("{'id': 2}"),
                delete("{'id': 'x'}"),
                update("{'id': 4}"),
                delete("{'id': 3}")));
    assertThat(written.rejectedBodies()).containsExactly("{\"id\": 2}", "{\"id\": \"x\"}");
    assertThat(DATABASE.rows("SELECT * FROM parent ORDER BY id")).containsExactly("2", "4");
  }

  @ParameterizedTest
  @ValueSource(strings = {"hardDelete: true", "softDeleteColumn: gone"})
  void oneBatchIsAsManyOfOneRecord(String setting) throws Exception {
    var random = new Random(7);
    var changes = new ArrayList<Message>();
    for (int i = 0; i < 600; i++) {
      int id = random.nextInt(40);
      changes.add(
          switch (random.nextInt(4)) {
            case 0 -> delete("{'id': " + id + "}");
            case 1 -> update("{'id': " + id + ", 'v': " + i + "}");
            case 2 -> update("{'w': " + i + ", 'id': " + id + "}");
            default -> update("{'id': " + id + ", 'v': " + i + ", 'w': " + i + "}");
          });
    }
    var name = setting.substring(0, 4);
    var rows = "SELECT id, v, w, gone IS NULL FROM %s ORDER BY id";
    for (var table : List.of(name + "_batch", name + "_single")) {
      DATABASE.run(
          "CREATE TABLE "
              + table
              + " (id int PRIMARY KEY, v int, w int DEFAULT 5, gone timestamp)");
      DATABASE.run("INSERT INTO " + table + " SELECT i, i, i FROM generate_series(1, 20) i");
    }
    Written.by(sink(name + "_batch", setting), copies(changes));
    try (var writer = Written.writer(sink(name + "_single", setting))) {
      writer.open();
      for (var change : copies(changes)) {
        assertThat(Written.by(writer, List.of(change)).rejected()).isEmpty();
      }
    }
    assertThat(DATABASE.rows(rows.formatted(name + "_batch")))
        .isEqualTo(DATABASE.rows(rows.formatted(name + "_single")))
        .hasSizeGreaterThan(10);
  }

  private static PostgresqlSink sink(String table, String setting) {
    return DATABASE.settings("table: " + table + ", upsertMode: true, " + setting);
  }

  private static List<Message> copies(List<Message> messages) {
    return messages.stream().map(it -> new Message(it.original(), it.metadata())).toList();
  }

  @Test
  void aTableThatCannotHoldTheMarkIsRefusedAtTheStart() {
    DATABASE.run("CREATE TABLE unmarked (id int PRIMARY KEY, flag boolean, at timestamp NOT NULL)");
    Stream.of(
            "gone: `unmarked` has no such column. Run: ALTER TABLE unmarked ADD COLUMN gone",
            "flag: a column of the type `boolean` holds no time",
            "at: it must not be null",
            "id: it is part of the key")
        .map(line -> line.split(": ", 2))
        .forEach(
            line ->
                assertThatThrownBy(
                        () ->
                            Written.by(sink("unmarked", "softDeleteColumn: " + line[0]), List.of()))
                    .isInstanceOf(FlowException.class)
                    .hasMessageContaining(line[1]));
  }

  @Test
  void theMarkIsAColumnOfATableThatIsCreated() {
    Written.by(
        DATABASE.settings(
            "table: made, upsertMode: true, conflictKey: id, softDeleteColumn: deleted_at,"
                + " autoCreateTable: true"),
        List.of(update("{'id': 1, 'v': 1}"), update("{'id': 2}"), delete("{'id': 2}")));
    assertThat(DATABASE.rows("SELECT id, v, deleted_at IS NOT NULL FROM made ORDER BY id"))
        .containsExactly("1|1|f", "2|null|t");
  }
}
