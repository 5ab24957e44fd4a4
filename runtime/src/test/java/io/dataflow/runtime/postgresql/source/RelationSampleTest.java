package io.dataflow.runtime.postgresql.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dataflow.api.message.Message;
import io.dataflow.runtime.connector.FlowException;
import io.dataflow.runtime.flow.LiveSample;
import io.dataflow.runtime.postgresql.source.Database.SourceBuilder;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RelationSampleTest {
  private final Database database = Database.fresh();

  private static List<Message> newest(SourceBuilder source, int count) throws InterruptedException {
    return new LiveSample(source.build(), Duration.ofSeconds(5)).newest(count);
  }

  private static List<String> ids(List<Message> messages) {
    return messages.stream().map(it -> it.json().orElseThrow()).map(Object::toString).toList();
  }

  @Test
  void bringsTheLastRowsInTheOrderOfTheCursor() throws InterruptedException {
    database.rows("orders", 20);
    var messages = newest(database.source().table("orders"), 2);
    assertThat(messages.stream().map(it -> new String(it.original(), StandardCharsets.UTF_8)))
        .containsExactly(
            "{\"id\":19,\"updated_at\":\"2026-01-01T00:00:19+00:00\",\"name\":\"n19\"}",
            "{\"id\":20,\"updated_at\":\"2026-01-01T00:00:20+00:00\",\"name\":\"n20\"}");
    assertThat(messages.getLast().metadata().asMap())
        .containsEntry("table", "orders")
        .containsEntry("operation", "insert")
        .containsEntry("id", 20L);
    assertThat(newest(database.source().table("orders"), 100)).hasSize(20);
  }

  @Test
  void bringsNoMoreThanItWasAskedForWhereRowsHaveOnePlace() throws InterruptedException {
    database.run("CREATE TABLE t AS SELECT n AS id, 1 AS at FROM generate_series(1, 9) n");
    assertThat(newest(database.source().table("t").tracking("at").order("at"), 4)).hasSize(4);
  }

  @Test
  void bringsRowsOfAQueryWithoutACursor() throws InterruptedException {
    var source = database.source().query("SELECT n AS a FROM generate_series(1, 100000) n");
    assertThat(ids(newest(source, 2))).containsExactly("{\"a\":1}", "{\"a\":2}");
  }

  @Test
  void aQueryThatWritesIsRefusedByTheServer() {
    database.run("CREATE SEQUENCE counter");
    var source = database.source().query("SELECT nextval('counter') AS a");
    assertThatThrownBy(() -> newest(source, 1))
        .isInstanceOf(FlowException.class)
        .hasMessageContaining("read-only transaction");
  }

  @Test
  void createsNoTable() throws Exception {
    assertThat(newest(database.source().table("absent").autoCreate(), 1)).isEmpty();
    assertThat(tables()).isEmpty();
    assertThatThrownBy(() -> newest(database.source().table("absent"), 1))
        .isInstanceOf(FlowException.class)
        .hasMessageContaining("does not have the table `absent`");
  }

  private List<String> tables() throws SQLException {
    try (var connection = database.server().connection(database.name());
        var statement = connection.createStatement();
        var rows = statement.executeQuery("SELECT relname FROM pg_stat_user_tables")) {
      var names = new ArrayList<String>();
      while (rows.next()) {
        names.add(rows.getString(1));
      }
      return names;
    }
  }
}
