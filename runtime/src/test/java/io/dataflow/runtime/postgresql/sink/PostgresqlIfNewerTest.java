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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PostgresqlIfNewerTest {
  private static final Database DATABASE = Database.fresh();

  private static PostgresqlSink newer(String table, String more) {
    return DATABASE.settings(
        "table: %s, upsertMode: true, upsertStrategy: ifNewer, upsertVersionColumn: v%s"
            .formatted(table, more));
  }

  @Test
  void onlyALargerVersionUpdates() {
    DATABASE.run("CREATE TABLE newer (id int PRIMARY KEY, v int, w text)");
    DATABASE.run("INSERT INTO newer VALUES (1, 5, 'old'), (2, 5, 'old'), (3, 5, 'old')");
    var written =
        Written.by(
            newer("newer", ""),
            "{'id': 1, 'v': 6, 'w': 'new'}",
            "{'id': 2, 'v': 5, 'w': 'same'}",
            "{'id': 3, 'v': 4, 'w': 'older'}",
            "{'id': 4, 'v': 1, 'w': 'first'}",
            "{'id': 5, 'w': 'none'}",
            "{'id': 6, 'v': null, 'w': 'none'}");
    assertThat(written.reasons())
        .containsExactlyInAnyOrder(
            "`v` is missing, but it is the version of the upsert",
            "`v` is null, but it is the version of the upsert");
    assertThat(DATABASE.rows("SELECT * FROM newer ORDER BY id"))
        .containsExactly("1|6|new", "2|5|old", "3|5|old", "4|1|first");
  }

  @Test
  void ofOneKeyInABatchTheFirstOfTheLargestVersionStays() {
    DATABASE.run("CREATE TABLE twice (id int PRIMARY KEY, v int, w text)");
    Written.by(
        newer("twice", ""),
        "{'id': 1, 'v': 2, 'w': 'b'}",
        "{'id': 1, 'v': 3, 'w': 'c'}",
        "{'id': 1, 'v': 3, 'w': 'd'}",
        "{'id': 1, 'v': 1, 'w': 'a'}");
    assertThat(DATABASE.rows("SELECT * FROM twice")).containsExactly("1|3|c");
  }

  @Test
  void aRowIsFoundAlsoWhereItsOtherColumnsMustNotBeNull() {
    DATABASE.run("CREATE TABLE strict (id int PRIMARY KEY, v int NOT NULL, w text NOT NULL)");
    DATABASE.run("INSERT INTO strict VALUES (1, 5, 'old'), (2, 5, 'old')");
    var written = Written.by(newer("strict", ""), "{'id': 1, 'v': 6}", "{'id': 2, 'v': 4}");
    assertThat(written.rejected()).isEmpty();
    assertThat(DATABASE.rows("SELECT * FROM strict ORDER BY id"))
        .containsExactly("1|6|old", "2|5|old");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ", hardDelete: true", ", softDeleteColumn: gone"})
  void oneBatchIsAsManyOfOneRecord(String more) throws Exception {
    var random = new Random(11);
    var changes = new ArrayList<Message>();
    for (int i = 0; i < 400; i++) {
      var start = "{'id': " + random.nextInt(30) + ", 'v': " + random.nextInt(12);
      changes.add(
          switch (random.nextInt(more.isEmpty() ? 3 : 4)) {
            case 0 -> Database.message(start + ", 'w': " + i + "}");
            case 1 -> Database.message(start + ", 'x': " + i + "}");
            case 2 -> Database.message(start + ", 'w': " + i + ", 'x': " + i + "}");
            default -> Database.message(start + "}", Map.of("operation", "delete"));
          });
    }
    var name = "equal" + more.length();
    for (var table : List.of(name + "_batch", name + "_single")) {
      DATABASE.run(
          "CREATE TABLE " + table + " (id int PRIMARY KEY, v int, w int, x int, gone timestamp)");
      DATABASE.run("INSERT INTO " + table + " SELECT i, i % 8, i, i FROM generate_series(1, 20) i");
    }
    Written.by(newer(name + "_batch", more), copies(changes));
    try (var writer = Written.writer(newer(name + "_single", more))) {
      writer.open();
      for (var change : copies(changes)) {
        assertThat(Written.by(writer, List.of(change)).rejected()).isEmpty();
      }
    }
    var rows = "SELECT id, v, w, x, gone IS NULL FROM %s ORDER BY id";
    assertThat(DATABASE.rows(rows.formatted(name + "_batch")))
        .isEqualTo(DATABASE.rows(rows.formatted(name + "_single")))
        .hasSizeGreaterThan(5);
  }

  private static List<Message> copies(List<Message> messages) {
    return messages.stream().map(it -> new Message(it.original(), it.metadata())).toList();
  }

  @Test
  void aVersionThatTheTableDoesNotHaveIsRefusedAtTheStart() {
    DATABASE.run("CREATE TABLE flat (id int PRIMARY KEY, w int)");
    assertThatThrownBy(() -> Written.by(newer("flat", ""), List.of()))
        .isInstanceOf(FlowException.class)
        .hasMessageContaining("`upsertVersionColumn` names `v`, which the table does not have");
  }
}
