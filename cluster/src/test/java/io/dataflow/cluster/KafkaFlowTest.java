package io.dataflow.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataflow.testbed.Servers;
import org.junit.jupiter.api.Test;

/// From a topic into a table, by a processor in a pod.
class KafkaFlowTest {
  private final Flow flow = WholeSystem.freshFlow();
  private final Database database = Database.fresh().withSink();
  private final Topic topic = new Topic();

  private String spec(String more) {
    return """
    source:
      type: kafka
      config: {brokers: ["%s"], topic: %s, consumerGroup: %s}
    sink:
      type: postgresql
      config: {connectionString: "%s", table: sink}
    %s\
    """
        .formatted(Servers.kafka().bootstrap(), topic.name(), topic.name(), database.url(), more);
  }

  @Test
  void appliedItRunsAndItsStatusCountsTheRows() {
    topic.write(0, 300);
    flow.apply(spec(""));
    flow.kubectl("wait", "--for=condition=Ready", "dataflow/orders", "--timeout=180s");
    flow.until("the rows", () -> database.ids() == 300);
    flow.until("the count", () -> flow.count("processedCount") == database.rows());
    assertThat(flow.status("phase")).isEqualTo("Running");
    assertThat(flow.status("errorCount")).isEqualTo("0");
    assertThat(flow.kubectl("logs", "deployment/df-orders"))
        .contains("\"dataflow_name\":\"orders\"");
  }

  @Test
  void editedItRollsAndLosesNothing() {
    flow.apply(spec("")).untilSettled();
    try (var feed = new RowFeed(0, topic::send);
        var counters = new StatusCounters(flow, "processedCount")) {
      flow.until("some rows", () -> database.ids() > 100);
      flow.apply(
          spec(
              """
              transformations:
                - type: mask
                  config: {fields: [note]}
              """));
      flow.untilSettled();
      flow.until(
          "rows of the new",
          () -> database.number("SELECT count(*) FROM sink WHERE note LIKE '*%'") > 100);
      var written = feed.stop();
      flow.until("all rows", () -> database.ids() == written);
      flow.until("the count", () -> flow.count("processedCount") == database.rows());
      assertThat(counters.seen()).isSorted();
    }
  }
}
