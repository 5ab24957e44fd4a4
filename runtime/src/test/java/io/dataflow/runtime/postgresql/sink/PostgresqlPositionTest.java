package io.dataflow.runtime.postgresql.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dataflow.api.connector.PostgresqlSink;
import io.dataflow.api.json.JsonObject;
import io.dataflow.api.json.JsonScalar;
import io.dataflow.api.message.Message;
import io.dataflow.runtime.connector.Batch;
import io.dataflow.runtime.connector.Mark;
import io.dataflow.runtime.connector.Rejected;
import io.dataflow.runtime.connector.UnavailableException;
import io.dataflow.runtime.connector.batch.BatchWriter;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// With a table for positions a delivery is one transaction: rows and position, or neither.
class PostgresqlPositionTest {
  private static final Database DATABASE = Database.fresh();

  static {
    DATABASE.run("CREATE TABLE positions (n int, at xid8 DEFAULT pg_current_xact_id())");
  }

  private record Place(int records) implements Mark {
    @Override
    public JsonObject position() {
      var position = JsonObject.empty();
      position.put("n", JsonScalar.of(records));
      return position;
    }

    @Override
    public void acknowledged() {
      throw new AssertionError("the sink acknowledges nothing");
    }

    @Override
    public Mark first(int count) {
      return new Place(count);
    }
  }

  private final List<Rejected> rejected = new ArrayList<>();
  private final PositionTable positions =
      (session, mark) -> session.execute("INSERT INTO positions (n) VALUES (1)");

  private static BatchWriter writer(PostgresqlSink sink, PositionTable positions, boolean stops) {
    var store = new PostgresqlStore(sink, "sink:main", Optional.of(positions));
    return new BatchWriter(store, "sink:main", 100, stops);
  }

  private static List<Message> rows(int count, int poisoned) {
    return Database.messages(
        IntStream.range(0, count)
            .mapToObj(i -> "{'id': " + i + ", 'v': " + (i == poisoned ? "'x'" : i % 50) + "}"));
  }

  @Test
  void rowsAndPositionAreOneTransactionAndACulpritIsStillFoundInIt() throws Exception {
    for (boolean upsert : new boolean[] {false, true}) {
      DATABASE.run("TRUNCATE positions; DROP TABLE IF EXISTS kept");
      DATABASE.run(
          "CREATE TABLE kept (id int PRIMARY KEY, v int,"
              + " at xid8 DEFAULT pg_current_xact_id())");
      rejected.clear();
      var messages = rows(1000, 555);
      var sink = upsert ? DATABASE.upsert("kept") : DATABASE.insert("kept");
      try (var writer = writer(sink, positions, false)) {
        writer.write(messages, rejected, Mark.none());
      }
      assertThat(messages).isEmpty();
      assertThat(rejected).hasSize(1);
      assertThat(DATABASE.value("SELECT count(*) FROM kept")).isEqualTo("999");
      assertThat(DATABASE.value("SELECT count(*) FROM positions")).isEqualTo("1");
      assertThat(DATABASE.value("SELECT count(*) FROM kept k, positions p WHERE k.at <> p.at"))
          .isEqualTo("0");
    }
  }

  @Test
  void rowsThatAreThereAlreadyAreFoundInTheTransaction() throws Exception {
    DATABASE.run("TRUNCATE positions; CREATE TABLE again (id int PRIMARY KEY, v int)");
    DATABASE.run("INSERT INTO again VALUES (333, -1)");
    try (var writer = writer(DATABASE.insert("again"), positions, false)) {
      writer.write(rows(1000, -1), rejected, Mark.none());
      writer.write(rows(1200, -1), rejected, Mark.none());
    }
    assertThat(rejected).isEmpty();
    assertThat(DATABASE.rows("SELECT count(*), min(v) FROM again")).containsExactly("1200|-1");
    assertThat(DATABASE.value("SELECT count(*) FROM positions")).isEqualTo("2");
  }

  @Test
  void whatIsDeferredToTheCommitIsFoundInTheTransaction() throws Exception {
    DATABASE.run("TRUNCATE positions; CREATE TABLE parents (id int PRIMARY KEY)");
    DATABASE.run("INSERT INTO parents SELECT generate_series(0, 30)");
    DATABASE.run(
        "CREATE TABLE later (id int, v int REFERENCES parents DEFERRABLE INITIALLY DEFERRED)");
    try (var writer = writer(DATABASE.insert("later"), positions, false)) {
      writer.write(rows(100, -1), rejected, Mark.none());
    }
    assertThat(rejected).hasSize(38);
    assertThat(DATABASE.value("SELECT count(*) FROM later")).isEqualTo("62");
    assertThat(DATABASE.value("SELECT count(*) FROM positions")).isEqualTo("1");
  }

  @Test
  void nothingIsThereWhenThePositionCannotBeWritten() throws Exception {
    DATABASE.run("TRUNCATE positions; CREATE TABLE none (id int PRIMARY KEY, v int)");
    var messages = rows(300, 7);
    PositionTable away =
        (session, mark) -> {
          throw new SQLException("gone", "08006");
        };
    try (var writer = writer(DATABASE.insert("none"), away, false)) {
      assertThatThrownBy(() -> writer.write(messages, rejected, Mark.none()))
          .isInstanceOf(UnavailableException.class);
    }
    assertThat(messages).hasSize(300);
    assertThat(rejected).isEmpty();
    assertThat(DATABASE.value("SELECT count(*) FROM none")).isEqualTo("0");
  }

  @Test
  void whatPrecedesACulpritThatNobodyTakesIsCommittedWithThePlaceBeforeIt() throws Exception {
    DATABASE.run("TRUNCATE positions; CREATE TABLE before (id int PRIMARY KEY, v int)");
    PositionTable places =
        (session, mark) ->
            session.execute(
                "INSERT INTO positions (n) VALUES (%s)"
                    .formatted(mark.position().get("n").orElseThrow().text()));
    var batch = new Batch(rows(300, 250), new Place(300));
    var messages = new ArrayList<>(batch.messages());
    try (var writer = writer(DATABASE.insert("before"), places, true)) {
      writer.write(messages, rejected, batch.mark());
    }
    assertThat(messages).hasSize(49);
    assertThat(rejected).hasSize(1);
    assertThat(DATABASE.value("SELECT count(*) FROM before")).isEqualTo("250");
    assertThat(DATABASE.value("SELECT n FROM positions")).isEqualTo("250");
  }

  @Test
  void aCulpritWhosePlaceIsNotKnownUndoesTheTransaction() throws Exception {
    DATABASE.run("TRUNCATE positions; CREATE TABLE undone (id int PRIMARY KEY, v int)");
    var messages = rows(300, 250);
    try (var writer = writer(DATABASE.insert("undone"), positions, true)) {
      writer.write(messages, rejected, Mark.none());
    }
    assertThat(messages).hasSize(299);
    assertThat(rejected).hasSize(1);
    assertThat(DATABASE.value("SELECT count(*) FROM undone")).isEqualTo("0");
    assertThat(DATABASE.value("SELECT count(*) FROM positions")).isEqualTo("0");
  }
}
