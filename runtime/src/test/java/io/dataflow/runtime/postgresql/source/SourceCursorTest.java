package io.dataflow.runtime.postgresql.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataflow.api.json.Json;
import io.dataflow.api.json.JsonObject;
import io.dataflow.runtime.checkpoint.MemoryCheckpointStore;
import io.dataflow.runtime.connector.CheckpointStore;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SourceCursorTest {
  private final Database database = Database.fresh();
  private final CheckpointStore checkpoints = new MemoryCheckpointStore();

  @Test
  void readsRowsThatTheCursorCannotTellApartToTheLastOfThem() throws Exception {
    database.run("CREATE TABLE lines (id int, updated_at timestamptz, line int)");
    database.run("INSERT INTO lines SELECT n / 7, '2026-01-01Z', n FROM generate_series(0, 27) n");
    try (var flow = start(database.source().table("lines").readBatchSize(3))) {
      flow.untilIdle();
      assertThat(flow.field("line")).hasSize(28).doesNotHaveDuplicates();
      assertThat(flow.batches).allMatch(size -> size <= 3);
    }
  }

  @Test
  void keepsAPositionBeforeEqualRowsUntilTheLastOfThemIsWritten() throws Exception {
    database.run("CREATE TABLE lines (id int, updated_at timestamptz, line int)");
    database.run("INSERT INTO lines SELECT n / 4, '2026-01-01Z', n FROM generate_series(0, 7) n");
    var source = database.source().table("lines").readBatchSize(3);
    var written = new AtomicInteger();
    try (var flow = new SourceFlow(source.build(), checkpoints)) {
      flow.taking(
              batch -> {
                if (written.incrementAndGet() > 1) {
                  throw new IllegalStateException("the sink is full");
                }
                flow.keep(batch);
              })
          .start();
      flow.until("the second batch", () -> written.get() > 1);
    }
    // Three of the four rows of id 0 are written: behind that id the fourth would be lost.
    assertThat(checkpoints.load("postgresql")).isEmpty();
    try (var flow = start(source)) {
      flow.untilIdle();
      assertThat(flow.field("line")).hasSize(8).doesNotHaveDuplicates();
    }
  }

  @Test
  void keepsEveryMicrosecondAndTheZone() throws Exception {
    database.run("CREATE TABLE orders (id int, updated_at timestamptz(6))");
    database.run(
        "INSERT INTO orders VALUES (1, '2026-01-01T01:00:00.000001+01'), (2,"
            + " '2026-01-01T00:00:00.000002Z')");
    try (var flow = start(database.source().table("orders"))) {
      flow.untilIdle();
      assertThat(stored())
          .isEqualTo(
              "{\"lastReadChangeTime\":\"2026-01-01T00:00:00.000002Z\",\"lastReadOrderByValue\":2}");
      database.run("INSERT INTO orders VALUES (0, '2026-01-01T00:00:00.000003Z')");
      flow.untilRows(3);
      assertThat(flow.field("id")).containsExactly("1", "2", "0");
    }
  }

  @Test
  void keepsTimesWithoutAZoneAsTheyAre() throws Exception {
    database.run("CREATE TABLE orders (id int, updated_at timestamp)");
    database.run("INSERT INTO orders VALUES (1, '2026-03-29 02:30:00.5')");
    try (var flow = start(database.source().table("orders"))) {
      flow.untilIdle();
    }
    assertThat(stored())
        .isEqualTo(
            "{\"lastReadChangeTime\":\"2026-03-29T02:30:00.5Z\",\"lastReadOrderByValue\":1}");
    database.run("INSERT INTO orders VALUES (2, '2026-03-29 02:30:00.5')");
    try (var flow = start(database.source().table("orders"))) {
      flow.untilIdle();
      assertThat(flow.field("updated_at")).containsExactly("2026-03-29T02:30:00.5");
    }
  }

  @Test
  void keepsAKeyAloneWhenBothColumnsAreOne() throws Exception {
    database.run("CREATE TABLE events (seq numeric PRIMARY KEY)");
    database.run("INSERT INTO events VALUES (12345678901234567890.1), (2)");
    var source = database.source().table("events").tracking("seq").order("seq").readBatchSize(1);
    try (var flow = start(source)) {
      flow.untilIdle();
      assertThat(flow.field("seq")).containsExactly("2", "12345678901234567890.1");
      assertThat(stored()).isEqualTo("{\"lastReadOrderByValue\":12345678901234567890.1}");
    }
  }

  @Test
  void ordersByAnyTypeThatHasAnOrder() throws Exception {
    database.run("CREATE TYPE mood AS ENUM ('sad', 'ok', 'happy')");
    database.run("CREATE TABLE people (id uuid PRIMARY KEY, feels mood)");
    database.run(
        "INSERT INTO people SELECT gen_random_uuid(), m FROM unnest(enum_range(NULL::mood)) m,"
            + " generate_series(1, 4)");
    var source = database.source().table("people").tracking("feels").readBatchSize(3);
    try (var flow = start(source)) {
      flow.untilIdle();
      assertThat(flow.field("feels"))
          .containsExactly(
              "sad", "sad", "sad", "sad", "ok", "ok", "ok", "ok", "happy", "happy", "happy",
              "happy");
      assertThat(flow.field("id")).doesNotHaveDuplicates();
      assertThat(stored()).startsWith("{\"lastReadChangeTime\":\"happy\"");
    }
  }

  @Test
  void goesOnFromAPositionThatIsATimeAlone() throws Exception {
    database.rows("orders", 5);
    store("{\"lastReadChangeTime\":\"2026-01-01T00:00:03Z\"}");
    try (var flow = start(database.source().table("orders"))) {
      flow.untilIdle();
      assertThat(flow.field("id")).containsExactly("4", "5");
      assertThat(flow.metadata("operation")).containsOnly("update");
    }
  }

  @Test
  void goesOnFromAPositionThatIsAKeyAlone() throws Exception {
    database.rows("orders", 5);
    store("{\"lastReadOrderByValue\":3}");
    try (var flow = start(database.source().table("orders").readBatchSize(1))) {
      flow.untilIdle();
      assertThat(flow.field("id")).containsExactly("4", "5");
      assertThat(stored())
          .isEqualTo(
              "{\"lastReadChangeTime\":\"2026-01-01T00:00:05Z\",\"lastReadOrderByValue\":5}");
    }
  }

  @Test
  void takesAnEmptyTextForAKey() throws Exception {
    database.run("CREATE TABLE orders (id text PRIMARY KEY, updated_at timestamptz)");
    database.run("INSERT INTO orders VALUES ('', '2026-01-01Z')");
    try (var flow = start(database.source().table("orders"))) {
      flow.untilIdle();
      assertThat(flow.metadata("id")).containsExactly("");
    }
    assertThat(stored())
        .isEqualTo(
            "{\"lastReadChangeTime\":\"2026-01-01T00:00:00Z\",\"lastReadOrderByValue\":\"\"}");
    database.run("INSERT INTO orders VALUES ('a', '2026-01-01Z')");
    try (var flow = start(database.source().table("orders"))) {
      flow.untilIdle();
      assertThat(flow.field("id")).containsExactly("a");
    }
  }

  @Test
  void leavesOutRowsThatHaveNoPlaceInTheOrder() throws Exception {
    database.rows("orders", 2);
    database.run("INSERT INTO orders VALUES (3, NULL, 'lost')");
    try (var flow = start(database.source().table("orders"))) {
      flow.untilIdle();
      database.run("UPDATE orders SET updated_at = now() WHERE id = 3");
      flow.untilRows(3);
      assertThat(flow.field("id")).containsExactly("1", "2", "3");
    }
  }

  private SourceFlow start(Database.SourceBuilder source) throws Exception {
    return new SourceFlow(source.build(), checkpoints).start();
  }

  private String stored() {
    return checkpoints.load("postgresql").orElseThrow().toString();
  }

  private void store(String json) {
    checkpoints.save("postgresql", (JsonObject) Json.parse(json.getBytes(StandardCharsets.UTF_8)));
  }

  private static List<String> numbers(int from, int to) {
    return IntStream.rangeClosed(from, to).mapToObj(Integer::toString).toList();
  }
}
