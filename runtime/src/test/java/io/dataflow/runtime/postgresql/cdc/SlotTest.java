package io.dataflow.runtime.postgresql.cdc;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataflow.runtime.FlowRunner;
import io.dataflow.runtime.Http;
import io.dataflow.runtime.TestFlow;
import io.dataflow.runtime.TestTable;
import io.dataflow.runtime.checkpoint.MemoryCheckpointStore;
import io.dataflow.runtime.connector.UnavailableException;
import io.dataflow.runtime.contract.source.SourceRoute;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/// What the server keeps for the flow.
class SlotTest {
  private static FollowedTable table(String more) {
    return FollowedTable.fresh("id int PRIMARY KEY, note text", more);
  }

  private static SourceRoute route(FollowedTable table) {
    return new SourceRoute("postgresql-cdc", table, new MemoryCheckpointStore());
  }

  private static boolean isConfirmed(FollowedTable table, String lsn) {
    return table.slot("confirmed_flush_lsn >= '" + lsn + "'").equals("t");
  }

  /// Longer than two confirmations take.
  private static boolean hasAnsweredSince(FollowedTable table, String time) {
    return TestTable.value(
            "SELECT reply_time > timestamptz '"
                + time
                + "' + interval '3 s' FROM pg_stat_replication WHERE pid = "
                + table.slot("active_pid"))
        .orElseThrow()
        .equals("t");
  }

  @Test
  void nothingIsConfirmedBeforeTheFlowHasIt() throws Exception {
    var table = table(", snapshotMode: never, heartbeatIntervalSeconds: 1");
    var arrived = new CountDownLatch(1);
    var goOn = new CountDownLatch(1);
    try (var route = route(table)) {
      route.taking(
          batch -> {
            arrived.countDown();
            goOn.await();
            route.keep(batch);
          });
      route.start();
      table.addNumbered(1, 1);
      arrived.await();
      var behind = TestTable.value("SELECT pg_current_wal_lsn()").orElseThrow();
      var before = table.slot("confirmed_flush_lsn");
      var arrival = TestTable.value("SELECT clock_timestamp()").orElseThrow();
      TestFlow.await(() -> hasAnsweredSince(table, arrival));
      assertThat(table.slot("confirmed_flush_lsn")).isEqualTo(before);
      assertThat(table.slot("active")).isEqualTo("t");
      goOn.countDown();
      TestFlow.await(() -> isConfirmed(table, behind));
    }
  }

  @Test
  void whatOtherTablesWriteIsConfirmedWhileNothingChanges() throws UnavailableException {
    var table = table(", heartbeatIntervalSeconds: 1");
    var other = TestTable.fresh("id int");
    try (var route = route(table).start()) {
      route.untilIdle();
      other.run("INSERT INTO %s SELECT generate_series(1, 10000)");
      var behind = TestTable.value("SELECT pg_current_wal_lsn()").orElseThrow();
      TestFlow.await(() -> isConfirmed(table, behind));
    }
  }

  @Test
  void isInTheMetrics() {
    var table = table("");
    var flow =
        """
        source: {type: postgresql-cdc, config: {%s}}
        sink: {type: postgresql, config: %s}
        """;
    var to = TestTable.fresh("id int, note text");
    try (var run = TestFlow.start(flow.formatted(table.config(), to.config()))) {
      TestFlow.await(() -> metric(run, "wal_status=\"reserved\"").equals("1.0"));
      assertThat(metric(run, "wal_status=\"lost\"")).isEqualTo("0.0");
      assertThat(metric(run, "dataflow_connector_slot_retained_bytes")).isNotIn("", "NaN");
      assertThat(metric(run, "dataflow_connector_slot_lag_bytes")).isNotIn("", "NaN");
    }
  }

  private static String metric(FlowRunner run, String part) {
    return Http.get(run.port(), "/metrics")
        .lines()
        .filter(line -> !line.startsWith("#") && line.contains(part))
        .map(line -> line.substring(line.lastIndexOf(' ') + 1))
        .findFirst()
        .orElse("");
  }

  @Test
  void aSecondReaderWaitsForTheFirst() throws UnavailableException {
    var table = table("");
    table.addNumbered(1, 1);
    try (var first = route(table).start()) {
      first.until(1).untilIdle();
      try (var second = route(table).read()) {
        second.until("a complaint", () -> !second.reports().unavailable().isEmpty());
        assertThat(second.reports().unavailable().getFirst().getMessage())
            .contains("the slot `" + table.slot() + "` is in use by process");
        first.close();
        second.until("reading", () -> second.reports().readyCount() > 0);
      }
    }
  }
}
