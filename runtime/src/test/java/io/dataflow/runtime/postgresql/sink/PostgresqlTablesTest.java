package io.dataflow.runtime.postgresql.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dataflow.api.connector.PostgresqlSink;
import io.dataflow.api.model.secret.Secret;
import io.dataflow.runtime.connector.FlowException;
import io.dataflow.runtime.connector.table.TableName;
import io.dataflow.testbed.server.Await;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PostgresqlTablesTest {
  private static final Database DATABASE = Database.fresh();

  @ParameterizedTest
  @ValueSource(
      strings = {"select", "Mixed Case", "a.b", "it's", "semi;colon", "per%cent", "tab\tq?", "ünï"})
  void writesWhateverTheNamesAre(String name) {
    var quoted = TableName.quote(name);
    DATABASE.run("CREATE SCHEMA " + quoted);
    DATABASE.run("CREATE TABLE %1$s.%1$s (%1$s int PRIMARY KEY, \"v\" int)".formatted(quoted));
    var table = quoted + "." + quoted;
    var field = name.replace("\t", "\\t");
    for (var sink : new PostgresqlSink[] {DATABASE.insert(table), DATABASE.upsert(table)}) {
      var bodies =
          IntStream.range(0, 3)
              .mapToObj(i -> "{\"" + field + "\": " + i % 2 + ", \"v\": " + i + "}")
              .map(body -> body.replace("'", "\\u0027"));
      assertThat(Written.by(sink, bodies).reasons()).isEmpty();
    }
    assertThat(DATABASE.rows("SELECT * FROM " + table + " ORDER BY 1"))
        .containsExactly("0|2", "1|1");
  }

  @Test
  void findsATableInLowerCaseWhenTheNameIsNotQuoted() {
    DATABASE.run("CREATE TABLE folded (id int)");
    Written.by(DATABASE.insert("public.Folded"), "{'id': 1}");
    assertThat(DATABASE.value("SELECT count(*) FROM folded")).isEqualTo("1");
  }

  @Test
  void findsATableThroughTheSearchPath() {
    DATABASE.run("CREATE SCHEMA sales; CREATE TABLE sales.found (id int)");
    var sink = DATABASE.insert("found");
    var there =
        new PostgresqlSink(
            new Secret(DATABASE.connectionString() + "?search_path=sales"),
            "found",
            sink.batchSize(),
            10,
            false,
            false,
            sink.conflictKey());
    Written.by(there, "{'id': 1}");
    assertThat(DATABASE.value("SELECT count(*) FROM sales.found")).isEqualTo("1");
  }

  @Test
  void writesAPartitionedTable() {
    DATABASE.run(
        "CREATE TABLE parted (id int PRIMARY KEY, v text) PARTITION BY RANGE (id);"
            + "CREATE TABLE low PARTITION OF parted FOR VALUES FROM (0) TO (10);"
            + "CREATE TABLE high PARTITION OF parted FOR VALUES FROM (10) TO (20)");
    var first = Written.by(DATABASE.insert("parted"), "{'id': 5}", "{'id': 15}", "{'id': 25}");
    assertThat(first.reasons()).hasSize(1).allMatch(reason -> reason.contains("no partition"));
    Written.by(DATABASE.insert("parted"), "{'id': 5, 'v': 'no'}");
    Written.by(DATABASE.upsert("parted"), "{'id': 15, 'v': 'yes'}");
    assertThat(DATABASE.rows("SELECT * FROM parted ORDER BY id"))
        .containsExactly("5|null", "15|yes");
  }

  @Test
  void insertsThroughAView() {
    DATABASE.run("CREATE TABLE behind (id int PRIMARY KEY, v int DEFAULT 7)");
    DATABASE.run("CREATE VIEW front AS SELECT * FROM behind WHERE id > 0");
    var written =
        Written.by(DATABASE.insert("front"), "{'id': 1}", "{'id': 1}", "{'id': 2, 'v': 3}");
    assertThat(written.reasons()).isEmpty();
    assertThat(DATABASE.rows("SELECT * FROM behind ORDER BY id")).containsExactly("1|7", "2|3");
    assertThatThrownBy(() -> Written.by(DATABASE.upsert("front"), "{'id': 1}"))
        .isInstanceOf(FlowException.class)
        .hasMessageContaining("`front` is no ordinary table, so it has no key for `upsertMode`");
  }

  @Test
  void insertsThroughAViewWithTriggers() {
    DATABASE.run("CREATE TABLE store (id int); CREATE VIEW door AS SELECT 1 AS id");
    DATABASE.run(
        "CREATE FUNCTION put() RETURNS trigger LANGUAGE plpgsql AS"
            + " 'BEGIN INSERT INTO store VALUES (NEW.id); RETURN NEW; END'");
    DATABASE.run("CREATE TRIGGER p INSTEAD OF INSERT ON door FOR EACH ROW EXECUTE FUNCTION put()");
    assertThat(Written.by(DATABASE.insert("door"), "{'id': 4}").reasons()).isEmpty();
    assertThat(DATABASE.rows("SELECT id FROM store")).containsExactly("4");
  }

  @Test
  void refusesWhatIsNoTable() {
    DATABASE.run("CREATE SEQUENCE counter");
    assertThatThrownBy(() -> Written.by(DATABASE.insert("counter"), "{'id': 1}"))
        .isInstanceOf(FlowException.class)
        .hasMessageContaining("`counter` is neither a table nor a view. Name a table");
  }

  @Test
  void refusesAValueForAGeneratedColumn() {
    DATABASE.run("CREATE TABLE totals (n int, twice int GENERATED ALWAYS AS (n * 2) STORED)");
    var written = Written.by(DATABASE.insert("totals"), "{'n': 1}", "{'n': 2, 'twice': 4}");
    assertThat(written.reasons())
        .containsExactly(
            "`twice` of the table `totals` is a generated column, which the server computes."
                + " Take the field out with a `remove` step.");
    assertThat(DATABASE.rows("SELECT * FROM totals")).containsExactly("1|2");
  }

  @Test
  void letsATriggerFillWhatIsMissing() {
    DATABASE.run("CREATE TABLE filled (id int PRIMARY KEY, v int NOT NULL)");
    DATABASE.run(
        "CREATE FUNCTION fill() RETURNS trigger LANGUAGE plpgsql AS"
            + " 'BEGIN NEW.v := coalesce(NEW.v, 42); RETURN NEW; END'");
    DATABASE.run("CREATE TRIGGER f BEFORE INSERT ON filled FOR EACH ROW EXECUTE FUNCTION fill()");
    Written.by(DATABASE.insert("filled"), "{'id': 1, 'v': 1}", "{'id': 2}");
    Written.by(DATABASE.upsert("filled"), "{'id': 3, 'v': 3}", "{'id': 4, 'v': null}");
    assertThat(DATABASE.rows("SELECT * FROM filled ORDER BY id"))
        .containsExactly("1|1", "2|42", "3|3", "4|42");
  }

  @Test
  void noticesAColumnThatIsAddedOrDroppedMeanwhile() throws Exception {
    DATABASE.run("CREATE TABLE growing (id int, old int)");
    try (var writer = Written.writer(DATABASE.insert("growing"))) {
      assertThat(Written.by(writer, "{'id': 1, 'old': 1}").reasons()).isEmpty();
      DATABASE.run("ALTER TABLE growing DROP COLUMN old");
      assertThat(Written.by(writer, "{'id': 2}").reasons()).isEmpty();
      DATABASE.run("ALTER TABLE growing ADD COLUMN later int");
      Await.until(
          "the new column to be noticed",
          Duration.ofMinutes(1),
          () -> Written.by(writer, "{'id': 3, 'later': 5}").reasons().isEmpty());
    }
    assertThat(DATABASE.rows("SELECT * FROM growing ORDER BY id"))
        .containsExactly("1|null", "2|null", "3|5");
  }

  @Test
  void noticesAColumnThatChangesItsTypeMeanwhile() throws Exception {
    DATABASE.run("CREATE TABLE changing (id int PRIMARY KEY, v int)");
    try (var writer = Written.writer(DATABASE.upsert("changing"))) {
      assertThat(Written.by(writer, "{'id': 1, 'v': 1}").reasons()).isEmpty();
      DATABASE.run("ALTER TABLE changing ALTER v TYPE timestamptz USING now()");
      Await.until(
          "the new type to be noticed",
          Duration.ofMinutes(1),
          () -> Written.by(writer, "{'id': 1, 'v': '2026-01-31T00:00:00Z'}").reasons().isEmpty());
    }
    assertThat(DATABASE.rows("SELECT v FROM changing")).containsExactly("2026-01-31 00:00:00+00");
  }
}
