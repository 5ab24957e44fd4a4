package io.dataflow.runtime.postgresql.sink;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataflow.api.connector.PostgresqlSink;
import io.dataflow.runtime.connector.ErrorType;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PostgresqlPoisonTest {
  private static final Database DATABASE = Database.fresh();

  private static Stream<String> rows(int count, java.util.function.IntPredicate poisoned) {
    return IntStream.range(0, count)
        .mapToObj(i -> "{'id': " + i + ", 'v': '" + (poisoned.test(i) ? "poison" : "" + i) + "'}");
  }

  private static PostgresqlSink sink(boolean upsert, String table) {
    DATABASE.run("DROP TABLE IF EXISTS " + table);
    DATABASE.run("CREATE TABLE " + table + " (id int PRIMARY KEY, v int)");
    return upsert ? DATABASE.upsert(table) : DATABASE.insert(table);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 5000, 9998, 9999})
  void oneInTenThousandCostsItselfAlone(int poisoned) {
    for (boolean upsert : new boolean[] {false, true}) {
      var written = Written.by(sink(upsert, "one"), rows(10_000, i -> i == poisoned));
      assertThat(written.left()).isEmpty();
      assertThat(written.rejectedBodies())
          .containsExactly("{\"id\": " + poisoned + ", \"v\": \"poison\"}");
      assertThat(DATABASE.value("SELECT count(*) FROM one")).isEqualTo("9999");
    }
  }

  @Test
  void aThousandInTenThousandCostThemselvesAlone() {
    for (boolean upsert : new boolean[] {false, true}) {
      var written = Written.by(sink(upsert, "thousand"), rows(10_000, i -> i % 10 == 3));
      assertThat(written.rejected()).hasSize(1000);
      assertThat(written.rejectedBodies().get(7)).contains("\"id\": 73,");
      assertThat(DATABASE.value("SELECT count(*) FROM thousand WHERE id % 10 <> 3"))
          .isEqualTo("9000");
    }
  }

  @Test
  void oneIsFoundByHalvingWhereTheServerNamesNoLine() {
    DATABASE.run("CREATE TABLE parents (id int PRIMARY KEY)");
    DATABASE.run("INSERT INTO parents SELECT generate_series(0, 9999)");
    DATABASE.run("DELETE FROM parents WHERE id IN (1234, 8000)");
    DATABASE.run("CREATE TABLE children (id int PRIMARY KEY, v int REFERENCES parents)");
    var written = Written.by(DATABASE.insert("children"), rows(10_000, i -> false));
    assertThat(written.rejectedBodies())
        .containsExactly("{\"id\": 1234, \"v\": \"1234\"}", "{\"id\": 8000, \"v\": \"8000\"}");
    assertThat(written.rejected().getFirst().type()).isEqualTo(ErrorType.CONSTRAINT_VIOLATION);
    assertThat(written.reasons().getFirst())
        .isEqualTo(
            "PostgreSQL refuses the row: insert or update on table \"children\" violates foreign"
                + " key constraint \"children_v_fkey\" (table `children`, SQLSTATE 23503)");
    assertThat(DATABASE.value("SELECT count(*) FROM children")).isEqualTo("9998");
  }

  @Test
  void oneIsFoundThatOnlyTheCommitRefuses() {
    DATABASE.run("CREATE TABLE deferred (id int, v int UNIQUE DEFERRABLE INITIALLY DEFERRED)");
    var written =
        Written.by(
            DATABASE.insert("deferred"),
            rows(100, i -> false).map(row -> row.replace("'77'", "'5'")));
    assertThat(written.rejectedBodies()).containsExactly("{\"id\": 77, \"v\": \"5\"}");
    assertThat(DATABASE.value("SELECT count(*) FROM deferred")).isEqualTo("99");
  }

  @Test
  void rulesOfTheTableAreTheRecordsFault() {
    DATABASE.run("CREATE TABLE ruled (id int PRIMARY KEY, v int NOT NULL CHECK (v < 100), w text)");
    for (var sink : Stream.of(DATABASE.insert("ruled"), DATABASE.upsert("ruled")).toList()) {
      var written =
          Written.by(
              sink,
              "{'id': 1, 'v': 1}",
              "{'id': 2, 'v': null, 'w': 'secret'}",
              "{'id': 3, 'v': 300, 'w': 'secret'}",
              "{'id': 4, 'w': 'secret'}",
              "{'id': 5, 'v': 5}");
      assertThat(written.rejectedBodies()).hasSize(3);
      assertThat(written.rejected())
          .allSatisfy(
              each -> {
                assertThat(each.type()).isEqualTo(ErrorType.CONSTRAINT_VIOLATION);
                assertThat(each.reason()).doesNotContain("secret").doesNotContain("300");
              });
      assertThat(written.reasons().getFirst()).contains("null value in column \"v\"");
      assertThat(DATABASE.rows("SELECT id FROM ruled ORDER BY id")).containsExactly("1", "5");
    }
  }

  @Test
  void whatATriggerRaisesIsTheRecordsFault() {
    DATABASE.run("CREATE TABLE guarded (id int)");
    DATABASE.run(
        "CREATE FUNCTION guard() RETURNS trigger LANGUAGE plpgsql AS"
            + " 'BEGIN IF NEW.id = 7 THEN RAISE EXCEPTION ''no sevens''; END IF; RETURN NEW; END'");
    DATABASE.run("CREATE TRIGGER g BEFORE INSERT ON guarded FOR EACH ROW EXECUTE FUNCTION guard()");
    var written =
        Written.by(
            DATABASE.insert("guarded"), IntStream.range(0, 50).mapToObj(i -> "{'id': " + i + "}"));
    assertThat(written.reasons())
        .containsExactly("PostgreSQL refuses the row: no sevens (table `guarded`, SQLSTATE P0001)");
    assertThat(DATABASE.value("SELECT count(*) FROM guarded")).isEqualTo("49");
  }
}
