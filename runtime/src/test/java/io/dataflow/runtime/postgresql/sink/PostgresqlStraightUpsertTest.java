package io.dataflow.runtime.postgresql.sink;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataflow.runtime.connector.UnavailableException;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// As long as all keys are new, an upsert is a COPY into the table itself.
class PostgresqlStraightUpsertTest {
  private static final Database DATABASE = Database.fresh();

  private static Stream<String> rows(int from, int to, String v) {
    return IntStream.range(from, to).mapToObj(i -> "{'id': " + i + ", 'v': " + v + "}");
  }

  /// How many temporary tables there are for rows of an upsert.
  private static String staged() {
    return DATABASE.value("SELECT count(*) FROM pg_class WHERE relname LIKE 'dataflow_stage%'");
  }

  @Test
  void newKeysGoStraightAndTheFirstOldOneDoesNot() throws UnavailableException {
    DATABASE.run("CREATE TABLE straight (id int PRIMARY KEY, v int)");
    try (var writer = Written.writer(DATABASE.upsert("straight"))) {
      writer.open();
      Written.by(writer, rows(0, 1000, "1"));
      Written.by(writer, rows(1000, 2000, "1"));
      assertThat(staged()).isEqualTo("0");
      var written = Written.by(writer, rows(1999, 2010, "2"));
      assertThat(staged()).isEqualTo("1");
      assertThat(written.left()).isEmpty();
      assertThat(written.rejected()).isEmpty();
    }
    assertThat(DATABASE.rows("SELECT v, count(*) FROM straight GROUP BY v ORDER BY v"))
        .containsExactly("1|1999", "2|11");
  }

  @Test
  void aRuleOfAnotherKeyIsTheRecordsFault() {
    DATABASE.run("CREATE TABLE second_key (id int PRIMARY KEY, v int UNIQUE)");
    var written =
        Written.by(
            DATABASE.upsert("second_key"),
            "{'id': 1, 'v': 1}",
            "{'id': 2, 'v': 2}",
            "{'id': 3, 'v': 2}",
            "{'id': 1, 'v': 3}");
    assertThat(written.rejectedBodies()).containsExactly("{\"id\": 3, \"v\": 2}");
    assertThat(DATABASE.rows("SELECT * FROM second_key ORDER BY id")).containsExactly("1|3", "2|2");
  }

  @Test
  void aBadValueBesideAnOldKeyCostsItselfAlone() {
    DATABASE.run("CREATE TABLE beside (id int PRIMARY KEY, v int NOT NULL, w int)");
    DATABASE.run("INSERT INTO beside VALUES (5, 5, 5), (6, 6, 6)");
    var written =
        Written.by(
            DATABASE.upsert("beside"),
            "{'id': 4, 'v': 'bad'}",
            "{'id': 5, 'w': 50}",
            "{'id': 6, 'v': 'bad'}",
            "{'id': 7, 'w': 70}",
            "{'id': 8, 'v': 80}");
    assertThat(written.rejectedBodies())
        .containsExactly(
            "{\"id\": 4, \"v\": \"bad\"}", "{\"id\": 6, \"v\": \"bad\"}", "{\"id\": 7, \"w\": 70}");
    assertThat(DATABASE.rows("SELECT id, v, coalesce(w, 0) FROM beside ORDER BY id"))
        .containsExactly("5|5|50", "6|6|6", "8|80|0");
  }
}
