package io.dataflow.runtime.postgresql.sink;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// An upsert of some of a row's columns leaves the row's others as they are, whatever rules they
/// have.
class PostgresqlPartialUpsertTest {
  private static final Database DATABASE = Database.fresh();

  @Test
  void updatesARowWhoseOtherColumnsMustNotBeNull() {
    DATABASE.run("CREATE TABLE people (id int PRIMARY KEY, name text NOT NULL, n int)");
    DATABASE.run("INSERT INTO people VALUES (1, 'Ada', 1)");
    var written =
        Written.by(
            DATABASE.upsert("people"),
            "{'id': 1, 'n': 2}",
            "{'id': 2, 'n': 2}",
            "{'id': 3, 'n': 3, 'name': 'Grace'}",
            "{'id': 3, 'n': 4}",
            "{'id': 1}");
    assertThat(written.rejectedBodies()).containsExactly("{\"id\": 2, \"n\": 2}");
    assertThat(written.reasons().getFirst()).contains("null value in column \"name\"", "23502");
    assertThat(DATABASE.rows("SELECT * FROM people ORDER BY id"))
        .containsExactly("1|Ada|2", "3|Grace|4");
  }

  @Test
  void updatesARowThatHoldsARuleOverSeveralColumns() {
    DATABASE.run(
        "CREATE TABLE spans (a int, b int, low int, high int, PRIMARY KEY (a, b),"
            + " CHECK (coalesce(low, 0) < high AND high IS NOT NULL))");
    DATABASE.run("INSERT INTO spans VALUES (1, 1, 5, 9)");
    var written =
        Written.by(
            DATABASE.upsert("spans"),
            "{'b': 1, 'a': 1, 'low': 7}",
            "{'b': 2, 'a': 1, 'low': 7}",
            "{'b': 1, 'a': 1, 'low': 8}");
    assertThat(written.rejectedBodies()).containsExactly("{\"b\": 2, \"a\": 1, \"low\": 7}");
    assertThat(DATABASE.rows("SELECT * FROM spans")).containsExactly("1|1|8|9");
  }

  @Test
  void refusesANullWhereTheRowMustHaveAValue() {
    DATABASE.run("CREATE TABLE strict (id int PRIMARY KEY, name text NOT NULL)");
    DATABASE.run("INSERT INTO strict SELECT i, 'n' FROM generate_series(0, 99) i");
    var bodies =
        IntStream.range(0, 100)
            .mapToObj(i -> "{'id': " + i + ", 'name': " + (i == 50 ? "null" : "'m'") + "}");
    var written = Written.by(DATABASE.upsert("strict"), bodies);
    assertThat(written.rejectedBodies()).containsExactly("{\"id\": 50, \"name\": null}");
    assertThat(DATABASE.rows("SELECT name, count(*) FROM strict GROUP BY 1 ORDER BY 1"))
        .containsExactly("m|99", "n|1");
  }
}
