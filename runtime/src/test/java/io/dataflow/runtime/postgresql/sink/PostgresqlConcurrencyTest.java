package io.dataflow.runtime.postgresql.sink;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataflow.api.connector.PostgresqlSink;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PostgresqlConcurrencyTest {
  private static final Database DATABASE = Database.fresh();
  private static final int ROUNDS = 10;
  private static final int ROWS = 2000;

  /// Two writers of the same keys, one forwards and one backwards: they meet in the middle.
  private static void race(PostgresqlSink sink) throws Exception {
    try (var threads = Executors.newFixedThreadPool(2)) {
      var tasks = new ArrayList<Callable<Boolean>>();
      for (boolean forwards : new boolean[] {true, false}) {
        tasks.add(
            () -> {
              try (var writer = Written.writer(sink)) {
                for (int round = 0; round < ROUNDS; round++) {
                  var keys = IntStream.range(0, ROWS).map(i -> forwards ? i : ROWS - 1 - i);
                  var rows = keys.mapToObj(i -> "{'id': " + i + ", 'v': '" + forwards + "'}");
                  var written = Written.by(writer, rows);
                  assertThat(written.left()).isEmpty();
                  assertThat(written.reasons()).isEmpty();
                }
                return true;
              }
            });
      }
      for (var result : threads.invokeAll(tasks)) {
        assertThat(result.get()).isTrue();
      }
    }
  }

  @Test
  void twoWritersInsertTheSameKeys() throws Exception {
    DATABASE.run("CREATE TABLE inserted (id int PRIMARY KEY, v text)");
    race(DATABASE.insert("inserted"));
    assertThat(DATABASE.value("SELECT count(*) FROM inserted")).isEqualTo("" + ROWS);
  }

  @Test
  void twoWritersUpsertTheSameKeys() throws Exception {
    DATABASE.run("CREATE TABLE upserted (id int PRIMARY KEY, v text)");
    race(DATABASE.upsert("upserted"));
    assertThat(DATABASE.value("SELECT count(*) FROM upserted")).isEqualTo("" + ROWS);
  }
}
