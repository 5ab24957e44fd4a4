package io.dataflow.runtime.postgresql.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dataflow.api.connector.PostgresqlSink;
import io.dataflow.api.message.Message;
import io.dataflow.api.model.secret.Secret;
import io.dataflow.runtime.connector.FlowException;
import io.dataflow.runtime.connector.Mark;
import io.dataflow.runtime.connector.Rejected;
import io.dataflow.runtime.connector.batch.BatchWriter;
import io.dataflow.runtime.connector.table.TableName;
import io.dataflow.testbed.Servers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// With a table for positions a delivery is one transaction: rows and position, or neither.
class PostgresqlPositionTest {
  private final Database database = Database.fresh();
  private final List<Rejected> rejected = new ArrayList<>();

  private static BatchWriter writer(PostgresqlSink sink, boolean stops) {
    var table = new PositionsTable(TableName.parse("dataflow_positions"), "shop/f", "sink:main");
    return PostgresqlSinkFactory.writer(sink, "sink:main", stops, Optional.of(table));
  }

  private static BatchWriter opened(PostgresqlSink sink, boolean stops) throws Exception {
    var writer = writer(sink, stops);
    writer.open();
    return writer;
  }

  private static List<Message> rows(int first, int count, int poisoned) {
    return Database.messages(
        IntStream.range(first, first + count)
            .mapToObj(i -> "{'id': " + i + ", 'v': " + (i == poisoned ? "'x'" : i % 50) + "}"));
  }

  private String position() {
    return database.value("SELECT position ->> 'next' FROM dataflow_positions");
  }

  private String count(String table) {
    return database.value("SELECT count(*) FROM " + table);
  }

  @Test
  void rowsAndPositionAreOneTransaction() throws Exception {
    database.run(
        "CREATE TABLE kept (id int PRIMARY KEY, v int, at xid8 DEFAULT pg_current_xact_id())");
    for (var sink : List.of(database.insert("kept"), database.upsert("kept"))) {
      database.run("TRUNCATE kept; DROP TABLE IF EXISTS dataflow_positions");
      var messages = rows(0, 1000, -1);
      try (var writer = opened(sink, false)) {
        writer.write(messages, rejected, NumberedMark.of(0, messages, 1));
      }
      assertThat(messages).isEmpty();
      assertThat(position()).isEqualTo("1000");
      assertThat(
              database.value(
                  "SELECT count(*) FROM kept k, dataflow_positions p"
                      + " WHERE k.at::text <> p.xmin::text"))
          .isEqualTo("0");
    }
  }

  @Test
  void nothingIsWrittenBeforeTheErrorSinkHasWhatIsRefused() throws Exception {
    database.run("CREATE TABLE refusing (id int, v int)");
    var messages = rows(0, 1000, 555);
    var mark = NumberedMark.of(0, messages, 1);
    try (var writer = opened(database.insert("refusing"), false)) {
      writer.write(messages, rejected, mark);
      assertThat(rejected).hasSize(1);
      assertThat(messages).hasSize(999);
      assertThat(count("refusing")).isEqualTo("0");
      assertThat(position()).isEqualTo("null");
      writer.write(messages, rejected, mark);
    }
    assertThat(rejected).hasSize(1);
    assertThat(messages).isEmpty();
    assertThat(count("refusing")).isEqualTo("999");
    assertThat(position()).isEqualTo("1000");
  }

  @Test
  void rowsThatAreThereAlreadyAreFoundInTheTransaction() throws Exception {
    database.run("CREATE TABLE again (id int PRIMARY KEY, v int)");
    database.run("INSERT INTO again VALUES (333, -1)");
    try (var writer = opened(database.insert("again"), false)) {
      var first = rows(0, 1000, -1);
      writer.write(first, rejected, NumberedMark.of(0, first, 1));
      var second = rows(0, 1200, -1);
      writer.write(second, rejected, NumberedMark.of(1000, second, 1));
    }
    assertThat(rejected).isEmpty();
    assertThat(database.rows("SELECT count(*), min(v) FROM again")).containsExactly("1200|-1");
    assertThat(position()).isEqualTo("2200");
  }

  @Test
  void whatIsDeferredToTheCommitIsFoundInTheTransaction() throws Exception {
    database.run("CREATE TABLE parents (id int PRIMARY KEY)");
    database.run("INSERT INTO parents SELECT generate_series(0, 30)");
    database.run(
        "CREATE TABLE later (id int, v int REFERENCES parents DEFERRABLE INITIALLY DEFERRED)");
    var messages = rows(0, 100, -1);
    var mark = NumberedMark.of(0, messages, 1);
    try (var writer = opened(database.insert("later"), false)) {
      writer.write(messages, rejected, mark);
      assertThat(rejected).hasSize(38);
      writer.write(messages, rejected, mark);
    }
    assertThat(rejected).hasSize(38);
    assertThat(count("later")).isEqualTo("62");
    assertThat(position()).isEqualTo("100");
  }

  @Test
  void whatComesAgainIsPassedOverByTheNextProcessorToo() throws Exception {
    database.run("CREATE TABLE twice (id int, v int)");
    for (int end : new int[] {100, 50, 150}) {
      var messages = rows(0, end, -1);
      try (var writer = opened(database.insert("twice"), false)) {
        writer.write(messages, rejected, NumberedMark.of(0, messages, 1));
      }
      assertThat(messages).isEmpty();
      assertThat(position()).isEqualTo(end == 150 ? "150" : "100");
    }
    assertThat(count("twice")).isEqualTo("150");
  }

  @Test
  void aProcessorWhosePartitionsAreAnothersByNowWritesNothing() throws Exception {
    database.run("CREATE TABLE shared (id int, v int)");
    try (var old = opened(database.insert("shared"), false);
        var young = opened(database.insert("shared"), false)) {
      write(old, 0, 1);
      write(young, 100, 1);
      assertThatThrownBy(() -> write(old, 100, 1))
          .isInstanceOf(FlowException.class)
          .hasMessageContaining("another processor of this flow has taken over");
      write(young, 200, 1);
      // Given the partition back, it goes on behind what the other one has written.
      write(old, 200, 2);
      write(old, 300, 2);
    }
    assertThat(database.rows("SELECT count(*), count(DISTINCT id) FROM shared"))
        .containsExactly("400|400");
  }

  private void write(BatchWriter writer, int first, long assignment) throws Exception {
    var messages = rows(first, 100, -1);
    writer.write(messages, rejected, NumberedMark.of(first, messages, assignment));
  }

  @Test
  void aFlowThatEndsAtARefusedRecordHasEverythingBeforeItAndItsPosition() throws Exception {
    database.run("CREATE TABLE ending (id int, v int)");
    for (int start = 0; start < 3; start++) {
      rejected.clear();
      var messages = rows(0, 300, 250);
      try (var writer = opened(database.insert("ending"), true)) {
        writer.write(messages, rejected, NumberedMark.of(0, messages, 1));
      }
      assertThat(messages).hasSize(49);
      assertThat(rejected).hasSize(1);
      assertThat(count("ending")).isEqualTo("250");
      assertThat(position()).isEqualTo("250");
    }
  }

  @Test
  void whoMayNotCreateTheTableIsToldWhatToDo() {
    var user = Servers.freshName("clerk");
    database.server().createUser(user, "s3cret");
    database.run("CREATE TABLE there (id int); GRANT INSERT ON there TO " + user);
    try (var writer = writer(as(user + ":s3cret", "there"), false)) {
      assertThatThrownBy(writer::open)
          .isInstanceOf(FlowException.class)
          .hasMessageContaining("keeps the source's positions in the table `dataflow_positions`")
          .hasMessageContaining("spec.positionsTable")
          .hasMessageContaining("CREATE TABLE dataflow_positions (flow text NOT NULL");
    }
  }

  private PostgresqlSink as(String credentials, String table) {
    var url = database.connectionString().replace("postgres@", credentials + "@");
    return new PostgresqlSink(
        new Secret(url), table, Optional.empty(), 10, false, false, Optional.empty());
  }

  @Test
  void aTableOfOtherColumnsIsNotTaken() {
    database.run("CREATE TABLE dataflow_positions (id int); CREATE TABLE here (id int)");
    try (var writer = writer(database.insert("here"), false)) {
      assertThatThrownBy(writer::open)
          .isInstanceOf(FlowException.class)
          .hasMessageContaining("is no table of positions");
    }
  }

  @Test
  void aMarkWithoutAPositionStoresNone() throws Exception {
    database.run("CREATE TABLE plain (id int, v int)");
    try (var writer = opened(database.insert("plain"), false)) {
      writer.write(rows(0, 10, -1), rejected, Mark.none());
    }
    assertThat(count("plain")).isEqualTo("10");
    assertThat(count("dataflow_positions")).isEqualTo("0");
  }
}
