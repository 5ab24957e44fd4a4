package io.dataflow.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/// From a table to several tables, each with a position of its own.
@Execution(ExecutionMode.CONCURRENT)
class PostgresqlOnceRoutesTest {
  private static final int ROWS = 600;
  private static final String ROUTER =
      """
      transformations:
        - type: router
          config:
            routes:
              - {condition: $.n >= 400, sink: {type: postgresql, config: %s}}
              - {condition: $.n >= 200, sink: {type: postgresql, config: %s}}
      """;

  private final OnceTables tables = OnceTables.fresh(ROWS);
  private final OnceTables.Sink high = OnceTables.Sink.fresh();
  private final OnceTables.Sink middle = OnceTables.Sink.fresh();

  private String flow() {
    return tables.flow(ROUTER.formatted(high.table().config(), middle.table().config()));
  }

  private void eachHasAll() {
    tables.out().hasEach(200);
    middle.hasOnce(200);
    high.hasOnce(200);
  }

  /// As a processor leaves it that dies between the commits of the sinks.
  private void takeBack(String sink, OnceTables.Sink table, int last) {
    table.table().run("DELETE FROM %s WHERE n > " + last);
    var time = "to_char('2026-01-01'::timestamp + %d / 10 * interval '1 s', '%s')";
    var values =
        "json_build_object('lastReadChangeTime', %s, 'lastReadOrderByValue', %d)"
            .formatted(time.formatted(last, "YYYY-MM-DD\"T\"HH24:MI:SS\"Z\""), last);
    new TestTable(tables.positions())
        .run(
            "UPDATE %s SET position = position::jsonb || "
                + (values + "::jsonb WHERE sink = '" + sink + "'"));
  }

  @Test
  void sinksThatAreAheadOfTheMainOneAreNotWrittenAgain() throws InterruptedException {
    assertThat(TestFlow.runUntilIdle(flow()).failure()).isEmpty();
    eachHasAll();
    takeBack("sink:main", tables.out(), 150);
    takeBack("sink:route-0", high, 555);
    takeBack("sink:route-1", middle, 311);
    for (int start = 0; start < 2; start++) {
      var again = TestFlow.runUntilIdle(flow());
      assertThat(again.failure()).isEmpty();
      assertThat(again.counters().received()).isEqualTo(start == 0 ? ROWS - 151 : 0);
      eachHasAll();
    }
    assertThat(tables.stored("sink:main", "lastReadOrderByValue")).isEqualTo("599");
  }

  /// In the order of the server's own language `B` is behind `a`, in that of the column before it.
  @Test
  void positionsAreComparedInTheOrderOfTheColumn() throws InterruptedException {
    tables.in().run("ALTER TABLE %s DROP CONSTRAINT %s_pkey");
    tables.in().run("ALTER TABLE %s ADD COLUMN code text COLLATE \"C\" UNIQUE");
    tables
        .in()
        .run("UPDATE %s SET code = CASE WHEN n < 300 THEN 'B' ELSE 'a' END || to_char(n, 'FM000')");
    for (var each : List.of(tables.out(), high, middle)) {
      each.table().run("ALTER TABLE %s ADD COLUMN code text");
    }
    var flow =
        flow().replace("orderByColumn: n,", "changeTrackingColumn: code, orderByColumn: code,");
    assertThat(TestFlow.runUntilIdle(flow).failure()).isEmpty();
    eachHasAll();
    tables.out().table().run("DELETE FROM %s WHERE n > 100");
    middle.table().run("DELETE FROM %s WHERE n > 250");
    high.table().run("DELETE FROM %s WHERE n > 444");
    storesCode("sink:main", "B100");
    storesCode("sink:route-0", "a444");
    storesCode("sink:route-1", "B250");
    assertThat(TestFlow.runUntilIdle(flow).failure()).isEmpty();
    eachHasAll();
  }

  private void storesCode(String sink, String code) {
    new TestTable(tables.positions())
        .run(
            "UPDATE %s SET position = position::jsonb || "
                + ("'{\"lastReadOrderByValue\":\"" + code + "\"}' WHERE sink = '" + sink + "'"));
  }

  @Test
  void aMainSinkThatHasStoredNothingIsWrittenFromTheStart() throws InterruptedException {
    TestFlow.runUntilIdle(flow());
    tables.out().table().run("TRUNCATE %s");
    new TestTable(tables.positions()).run("DELETE FROM %s WHERE sink = 'sink:main'");
    TestFlow.runUntilIdle(flow());
    eachHasAll();
  }

  @Test
  void whatComesBeforeARefusedRowOfARouteIsInEverySink() throws InterruptedException {
    middle.table().run("ALTER TABLE %s ADD CONSTRAINT no_300 CHECK (n <> 300)");
    var mixed = flow().replace("$.n >= 200", "$.n == 300").replace("readBatchSize: 7, ", "");
    for (int start = 0; start < 3; start++) {
      assertThat(TestFlow.runUntilIdle(mixed).failure().orElseThrow()).startsWith("sink:route-1: ");
      tables.out().hasEach(300);
      middle.hasOnce(0);
    }
    middle.table().run("ALTER TABLE %s DROP CONSTRAINT no_300");
    assertThat(TestFlow.runUntilIdle(mixed).failure()).isEmpty();
    tables.out().hasOnce(399);
    middle.hasOnce(1);
    high.hasOnce(200);
  }
}
