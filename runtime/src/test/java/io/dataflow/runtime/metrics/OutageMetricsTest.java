package io.dataflow.runtime.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataflow.runtime.TestFlow;
import io.dataflow.runtime.TestTable;
import io.dataflow.runtime.Topic;
import io.dataflow.runtime.flow.RunningFlow;
import io.dataflow.testbed.Servers;
import io.dataflow.testbed.proxy.FaultProxy;
import io.dataflow.testbed.proxy.PostgresqlWire;
import org.junit.jupiter.api.Test;

/// What metrics say of an end that cannot be reached, and when it is back.
class OutageMetricsTest {
  private static final String STATUS = "connector_connection_status";
  private static final String SOURCE = "connector_name=\"source\"";
  private static final String SINK = "connector_name=\"sink\"";

  private final int port = Servers.postgresql().port();
  private final Topic topic = Topic.fresh(1);
  private final TestTable table = TestTable.fresh("n int PRIMARY KEY");

  private static RunningFlow start(String yaml) {
    var flow = new RunningFlow(TestFlow.spec(yaml), TestFlow.options());
    flow.start();
    return flow;
  }

  private String tableBehind(FaultProxy proxy) {
    return table.config().replace(":" + port + "/", ":" + proxy.port() + "/");
  }

  private RunningFlow startIntoTable(FaultProxy proxy) {
    return start(
        """
        source: {type: kafka, config: {brokers: [%1$s], topic: %2$s, consumerGroup: g-%2$s}}
        sink: {type: postgresql, config: %3$s}
        """
            .formatted(Topic.brokers(), topic.name(), tableBehind(proxy)));
  }

  private static void awaitValue(RunningFlow flow, double value, String name, String... labels) {
    TestFlow.await(() -> Scrape.of(flow).value(name, labels) == value);
  }

  @Test
  void aSourceThatIsAwayIsSeenAndCounted() throws Exception {
    var proxy = FaultProxy.start(0, port, PostgresqlWire::new);
    var config =
        tableBehind(proxy)
            .replace("}", ", changeTrackingColumn: n, orderByColumn: n, pollInterval: 1}");
    var flow =
        start(
            """
            source: {type: postgresql, config: %s}
            sink: {type: kafka, config: {brokers: [%s], topic: %s}}
            """
                .formatted(config, Topic.brokers(), topic.name()));
    try {
      awaitValue(flow, 1, STATUS, SOURCE);
      awaitValue(flow, 1, "connector_source_poll_healthy");
      proxy.close();
      awaitValue(flow, 0, STATUS, SOURCE);
      var away = Scrape.of(flow);
      assertThat(away.value("connector_source_poll_healthy")).isZero();
      assertThat(away.value(STATUS, SINK)).isOne();
      assertThat(away.value("connector_errors_total", SOURCE, "operation=\"read\"")).isPositive();
      assertThat(away.value("task_stage_errors_total", "stage=\"read\"")).isPositive();
      assertThat(away.value("task_operations_total", "operation=\"read\"", "status=\"error\""))
          .isPositive();
      proxy = FaultProxy.start(proxy.port(), port, PostgresqlWire::new);
      awaitValue(flow, 1, STATUS, SOURCE);
      awaitValue(flow, 1, "connector_source_poll_healthy");
    } finally {
      flow.stop();
      proxy.close();
    }
  }

  @Test
  void whatWaitsForASinkIsCountedAndCancelledByAStop() throws Exception {
    var proxy = FaultProxy.start(0, port, PostgresqlWire::new);
    var flow = startIntoTable(proxy);
    try {
      assertThat(Scrape.of(flow).value(STATUS, SINK)).isOne();
      topic.send("{\"n\":1}");
      TestFlow.await(() -> flow.counters().acknowledged() == 1);
      proxy.close();
      topic.send("{\"n\":2}", "{\"n\":3}");
      awaitValue(flow, 0, STATUS, SINK);
      var away = Scrape.of(flow);
      double held = away.value("task_queue_size", "queue_type=\"default\"");
      assertThat(held).isBetween(1., 2.);
      assertThat(away.value("task_active_messages")).isEqualTo(held);
      assertThat(
              away.value(
                  "connector_errors_total",
                  SINK,
                  "operation=\"write\"",
                  "error_type=\"connection_error\""))
          .isPositive();
      assertThat(away.value("messages_sent_total")).isOne();
      flow.stop();
      var end = Scrape.of(flow);
      assertThat(end.value("status", "phase=\"Stopped\"")).isOne();
      String[] cancelled = {"operation=\"sink_write\"", "status=\"cancelled\""};
      awaitValue(flow, held, "task_operations_total", cancelled);
      awaitValue(
          flow, held, "task_operations_total", "operation=\"write\"", "status=\"cancelled\"");
      awaitValue(flow, 0, "task_queue_size", "queue_type=\"default\"");
    } finally {
      flow.stop();
    }
  }

  @Test
  void whatIsReadAheadIsAQueue() throws Exception {
    var proxy = FaultProxy.start(0, port, PostgresqlWire::new);
    var flow = startIntoTable(proxy);
    proxy.close();
    try {
      topic.send("{\"n\":1}");
      awaitValue(flow, 0, STATUS, SINK);
      topic.send("{\"n\":2}", "{\"n\":3}");
      TestFlow.await(() -> Scrape.of(flow).value("task_queue_size", "queue_type=\"input\"") > 0);
    } finally {
      flow.stop();
    }
  }
}
