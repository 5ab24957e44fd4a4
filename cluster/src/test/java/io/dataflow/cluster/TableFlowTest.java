package io.dataflow.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;

/// From a table into a table, by a processor that keeps its position in a ConfigMap.
class TableFlowTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Flow flow = WholeSystem.freshFlow();
  private final Database database = Database.fresh().withSource().withSink();

  @Test
  void editedItIsReadByOneAtATimeFromWhereItWas() {
    database.add(1000);
    flow.apply(TableFlow.spec(database, ""));
    try (var overlap = new ReaderOverlap(flow);
        var feed = new RowFeed(0, _ -> database.add(1))) {
      flow.until("the rows", () -> database.ids() > 1000);
      flow.apply(TableFlow.spec(database, "channelBufferSize: 200\n"));
      flow.untilSettled();
      flow.until("the second life", () -> overlap.lives() == 2);
      feed.stop();
      flow.until(
          "all rows", () -> database.ids() == database.number("SELECT count(*) FROM source"));
      assertThat(overlap.most()).isOne();
      // Nothing came twice: the second processor went on where the first had stopped.
      assertThat(database.rows()).isEqualTo(database.ids());
      flow.until("the count", () -> flow.count("processedCount") == database.rows());
      assertThat(checkpoint()).contains("lastReadOrderByValue");
    }
  }

  private String checkpoint() {
    return flow.kubectl("get", "configmap", "df-orders-checkpoint", "-o", "jsonpath={.data}");
  }

  @Test
  void killedAtAnyMomentItLosesNothing() {
    flow.apply(TableFlow.spec(database, "")).untilSettled();
    var kubelet = WholeSystem.shared().kubelet();
    try (var feed = new RowFeed(0, _ -> database.add(3));
        var counters = new StatusCounters(flow, "processedCount")) {
      for (int kill = 0; kill < 3; kill++) {
        long more = database.ids() + ThreadLocalRandom.current().nextInt(50, 500);
        flow.until("more rows", () -> database.ids() > more);
        kubelet.kill(flow.namespace(), flow.pod());
      }
      feed.stop();
      flow.until(
          "all rows", () -> database.ids() == database.number("SELECT count(*) FROM source"));
      flow.untilSettled();
      flow.until("the count of what was before", this::isHeard);
      var before = flow.count("processedCount");
      database.add(100);
      flow.until("the count of what came last", () -> flow.count("processedCount") == before + 100);
      assertThat(counters.seen()).isSorted();
    }
  }

  /// Whether the status knows all that the processor says.
  private boolean isHeard() throws JsonProcessingException {
    var said = JSON.readTree(MetricsText.of(flow.pods().getFirst(), "/status"));
    return flow.status("processors").contains("processedCount=" + said.get("processedCount"));
  }

  @Test
  void deletedItEndsWellAndMayComeAgain() {
    database.add(100);
    flow.apply(TableFlow.spec(database, "")).untilSettled();
    try (var feed = new RowFeed(0, _ -> database.add(1));
        var overlap = new ReaderOverlap(flow)) {
      flow.until("more rows", () -> database.ids() > 300);
      flow.delete();
      flow.untilGone();
      flow.until("nothing left", () -> flow.belongings().isEmpty());
      var left = database.rows();
      assertThat(left).isEqualTo(database.ids());
      flow.apply(TableFlow.spec(database, "")).untilSettled();
      feed.stop();
      flow.until(
          "all rows", () -> database.ids() == database.number("SELECT count(*) FROM source"));
      assertThat(overlap.most()).isOne();
      assertThat(overlap.lives()).isEqualTo(2);
      // A new flow knows no position: it reads the table from its start, each row once.
      assertThat(database.rows()).isEqualTo(left + database.ids());
    }
  }
}
