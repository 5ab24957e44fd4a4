package io.dataflow.runtime.postgresql.sink;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataflow.api.connector.PostgresqlSink;
import io.dataflow.runtime.connector.Rejected;
import io.dataflow.runtime.connector.table.TableName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PostgresqlMissingColumnsTest {
  private static final Database DATABASE = Database.fresh();

  private static PostgresqlSink growing(String table, String more) {
    return DATABASE.settings("table: " + table + ", addMissingColumns: true" + more);
  }

  private static List<String> columns(String table) {
    return DATABASE.rows(
        "SELECT column_name, data_type FROM information_schema.columns WHERE table_name = '"
            + table
            + "' ORDER BY ordinal_position");
  }

  @Test
  void addsColumnsOfTypesThatHoldTheWholeBatch() throws Exception {
    DATABASE.run("CREATE TABLE grown (id int PRIMARY KEY)");
    try (var writer = Written.writer(growing("grown", ", batchSize: 2"))) {
      writer.open();
      var written =
          Written.by(
              writer,
              "{'id': 1}",
              "{'id': 2, 'n': 1, 'at': '2026-01-31T12:00:00Z'}",
              "{'id': 3, 'n': 1.5, 'doc': {'a': 1}}",
              "{'id': 4, 'Odd \\u0022name': true, 'none': null}");
      assertThat(written.reasons()).isEmpty();
      assertThat(
              Written.by(writer, "{'id': 5, 'n': 'no number'}", "{'id': 6, 'later': 1}").reasons())
          .singleElement()
          .asString()
          .contains("type numeric (column `n` of type numeric");
    }
    assertThat(columns("grown"))
        .containsExactly(
            "id|integer",
            "n|numeric",
            "at|timestamp with time zone",
            "doc|jsonb",
            "Odd \"name|boolean",
            "none|text",
            "later|bigint");
    assertThat(DATABASE.rows("SELECT id, n, doc, later FROM grown ORDER BY id"))
        .containsExactly(
            "1|null|null|null",
            "2|1|null|null",
            "3|1.5|{\"a\": 1}|null",
            "4|null|null|null",
            "6|null|null|1");
  }

  @Test
  void anUpsertGrowsTooAndADeletionDoesNot() {
    DATABASE.run("CREATE TABLE upserted (id int PRIMARY KEY, v int)");
    DATABASE.run("INSERT INTO upserted VALUES (1, 1), (2, 2)");
    var gone = Database.message("{'id': 2, 'old': 1}", Map.of("operation", "delete"));
    var written =
        Written.by(
            growing("upserted", ", upsertMode: true, hardDelete: true"),
            List.of(Database.message("{'id': 1, 'w': 5}"), gone, Database.message("{'id': 3}")));
    assertThat(written.reasons()).isEmpty();
    assertThat(columns("upserted")).containsExactly("id|integer", "v|integer", "w|bigint");
    assertThat(DATABASE.rows("SELECT * FROM upserted ORDER BY id"))
        .containsExactly("1|1|5", "3|null|null");
  }

  @Test
  void aRecordThatIsRefusedInAnyCaseAddsNothing() {
    DATABASE.run("CREATE TABLE narrow (id int)");
    var wide =
        IntStream.range(0, 2000).mapToObj(i -> "'c" + i + "': 1").collect(Collectors.joining(", "));
    var written =
        Written.by(
            growing("narrow", ""),
            "{'id': 1, 'fine': 1}",
            "{" + wide + "}",
            "{'id': 2, '" + "n".repeat(64) + "': 1, 'good': 1}",
            "{'id': 3, '': 1}",
            "no json");
    assertThat(written.rejected()).hasSize(4);
    assertThat(columns("narrow")).containsExactly("id|integer", "fine|bigint");
    assertThat(DATABASE.rows("SELECT * FROM narrow")).containsExactly("1|1");
  }

  @Test
  void twoWritersAddTheSameColumn() throws Exception {
    DATABASE.run("CREATE TABLE shared (id int)");
    var start = new CyclicBarrier(2);
    try (var threads = Executors.newFixedThreadPool(2)) {
      Callable<Written> write =
          () -> {
            start.await();
            return Written.by(growing("shared", ""), "{'id': 1, 'v': 1}");
          };
      for (var written : threads.invokeAll(List.of(write, write))) {
        assertThat(written.get().reasons()).isEmpty();
      }
    }
    assertThat(DATABASE.rows("SELECT * FROM shared")).containsExactly("1|1", "1|1");
  }

  @Test
  void growsAndDeletesInTheTransactionOfThePosition() throws Exception {
    DATABASE.run("CREATE TABLE positioned (id int PRIMARY KEY)");
    var sink = growing("positioned", ", upsertMode: true, hardDelete: true, batchSize: 2");
    var table = new PositionsTable(TableName.parse("dataflow_positions"), "shop/f", "sink:main");
    var rejected = new ArrayList<Rejected>();
    try (var writer = PostgresqlSinkFactory.writer(sink, "sink:main", false, Optional.of(table))) {
      writer.open();
      var messages =
          new ArrayList<>(
              List.of(
                  Database.message("{'id': 1, 'v': 1}"),
                  Database.message("{'id': 2, 'v': 2.5}"),
                  Database.message("{'id': 1}", Map.of("operation", "delete")),
                  Database.message("{'id': 3, 'w': true}"),
                  Database.message("{'id': 4, 'v': 'x'}"),
                  Database.message("{'id': 2, 'w': false}")));
      writer.write(messages, rejected, NumberedMark.of(0, messages, 1));
    }
    assertThat(DATABASE.rows("SELECT * FROM positioned ORDER BY id"))
        .containsExactly("2|2.5|f", "3|null|t", "4|x|null");
    assertThat(rejected).isEmpty();
    assertThat(DATABASE.value("SELECT position ->> 'next' FROM dataflow_positions")).isEqualTo("6");
  }
}
