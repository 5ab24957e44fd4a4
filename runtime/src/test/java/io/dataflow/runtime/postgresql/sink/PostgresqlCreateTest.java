package io.dataflow.runtime.postgresql.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dataflow.api.connector.PostgresqlSink;
import io.dataflow.runtime.connector.FlowException;
import java.util.ArrayList;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PostgresqlCreateTest {
  private static final Database DATABASE = Database.fresh();

  private static PostgresqlSink create(String table) {
    return DATABASE.sink(table, false, Optional.empty(), true);
  }

  private static java.util.List<String> columns(String table) {
    return DATABASE.rows(
        "SELECT column_name, data_type FROM information_schema.columns WHERE table_name = '"
            + table
            + "' ORDER BY ordinal_position");
  }

  @Test
  void createsTheTableFromAllRecordsOfTheFirstBatch() {
    var written =
        Written.by(
            create("inferred"),
            "{'id': 1, 'wide': 1, 'any': 1, 'flag': true, 'at': '2026-01-31T12:00:00.5+01:00'}",
            "{'id': 2, 'wide': 1.5, 'any': 'x', 'none': null, 'at': null, 'doc': {'a': [1]}}",
            "{'big': 123456789012345678901, 'list': [1], 'mix': 1, 'text': '2026-01-31'}",
            "{'mix': {'a': 1}, 'Odd \\u0022name': 1}");
    assertThat(written.reasons()).isEmpty();
    assertThat(columns("inferred"))
        .containsExactly(
            "id|bigint",
            "wide|numeric",
            "any|text",
            "flag|boolean",
            "at|timestamp with time zone",
            "none|text",
            "doc|jsonb",
            "big|numeric",
            "list|jsonb",
            "mix|jsonb",
            "text|text",
            "Odd \"name|bigint");
    assertThat(DATABASE.rows("SELECT wide, \"any\", at FROM inferred WHERE id = 1"))
        .containsExactly("1|1|2026-01-31 11:00:00.5+00");
  }

  @Test
  void makesTheConflictKeyThePrimaryKey() {
    var sink = DATABASE.sink("keyed", true, Optional.of("region, id"), true);
    Written.by(sink, "{'id': 1, 'region': 'eu', 'v': 1}", "{'id': 1, 'region': 'eu', 'v': 2}");
    Written.by(sink, "{'id': 1, 'region': 'eu', 'v': 3}");
    assertThat(DATABASE.rows("SELECT * FROM keyed")).containsExactly("1|eu|3");
  }

  @Test
  void writesIntoATableThatIsThere() {
    DATABASE.run("CREATE TABLE there (id text)");
    Written.by(create("there"), "{'id': 1}");
    assertThat(columns("there")).containsExactly("id|text");
  }

  @Test
  void createsNothingForRecordsThatAreNoRows() {
    var written = Written.by(create("nothing"), "no json", "{}", "[1]");
    assertThat(written.reasons()).hasSize(3);
    assertThat(written.left()).isEmpty();
    assertThat(columns("nothing")).isEmpty();
  }

  @Test
  void createsTheTableAgainWhenItIsDropped() throws Exception {
    try (var writer = Written.writer(create("dropped"))) {
      Written.by(writer, "{'id': 1}");
      DATABASE.run("DROP TABLE dropped");
      assertThat(Written.by(writer, "{'id': 'two'}").reasons()).isEmpty();
    }
    assertThat(columns("dropped")).containsExactly("id|text");
  }

  @Test
  void saysWhenTheKeyIsInNoRecord() {
    var sink = DATABASE.sink("keyless", true, Optional.of("id"), true);
    assertThatThrownBy(() -> Written.by(sink, "{'v': 1}"))
        .isInstanceOf(FlowException.class)
        .hasMessageContaining(
            "`keyless` cannot be created: no record has a field `id`, which `conflictKey` names.");
    var without = DATABASE.sink("keyless", true, Optional.empty(), true);
    assertThatThrownBy(() -> Written.by(without, "{'v': 1}"))
        .hasMessageContaining("the table `keyless` is still to be created. Give `conflictKey`.");
  }

  @Test
  void saysWhenTheSchemaIsMissing() {
    assertThatThrownBy(() -> Written.by(create("nowhere.t"), "{'v': 1}"))
        .isInstanceOf(FlowException.class)
        .hasMessageContaining("there is no schema `nowhere` to create the table in. Run: CREATE");
  }

  @Test
  void letsSeveralCreateTheTableAtOnce() throws Exception {
    int writers = 4;
    var start = new CyclicBarrier(writers);
    try (var threads = Executors.newFixedThreadPool(writers)) {
      for (int round = 0; round < 5; round++) {
        var sink = create("raced_" + round);
        var tasks = new ArrayList<Callable<Written>>();
        for (int i = 0; i < writers; i++) {
          tasks.add(
              () -> {
                start.await();
                return Written.by(sink, IntStream.range(0, 100).mapToObj(n -> "{'n': " + n + "}"));
              });
        }
        for (var result : threads.invokeAll(tasks)) {
          assertThat(result.get().reasons()).isEmpty();
        }
        assertThat(DATABASE.value("SELECT count(*) FROM raced_" + round)).isEqualTo("400");
      }
    }
  }
}
