package io.dataflow.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataflow.testbed.Servers;
import org.junit.jupiter.api.Test;

/// The counters in the status are the rows in the tables, whatever was started anew meanwhile.
class CountersTest {
  private final Flow flow = WholeSystem.freshFlow();
  private final Database database = Database.fresh().withSink();
  private final Topic topic = new Topic();

  private String spec(String more) {
    return """
    source:
      type: kafka
      config: {brokers: ["%1$s"], topic: %2$s, consumerGroup: %2$s}
    sink:
      type: postgresql
      config: {connectionString: "%3$s", table: sink}
    errors:
      type: postgresql
      config: {connectionString: "%3$s", table: rejected, autoCreateTable: true}
    %4$s\
    """
        .formatted(Servers.kafka().bootstrap(), topic.name(), database.url(), more);
  }

  /// Every tenth message is one that the table does not take.
  private void send(long number) {
    if (number % 10 == 0) {
      topic.send(number, "{\"id\":\"none\",\"note\":\"a\"}");
    } else {
      topic.send(number);
    }
  }

  private long rejected() {
    return database.number("SELECT count(*) FROM rejected");
  }

  private void untilMoreRows() {
    var before = database.ids();
    flow.until("more rows", () -> database.ids() > before + 100);
  }

  @Test
  void followTheRowsOverEveryRestart() {
    flow.apply(spec("")).untilSettled();
    try (var processed = new StatusCounters(flow, "processedCount");
        var errors = new StatusCounters(flow, "errorCount");
        var feed = new RowFeed(0, this::send)) {
      untilMoreRows();
      flow.apply(spec("channelBufferSize: 200\n")).untilSettled();
      untilMoreRows();
      restartTheOperator();
      untilMoreRows();
      flow.kubectl("delete", "pod", flow.pod());
      untilMoreRows();
      var written = feed.stop();
      flow.until("all rows", () -> database.ids() == written - (written + 9) / 10);
      flow.untilSettled();
      flow.until("the errors", () -> flow.count("errorCount") == rejected());
      flow.until("the rows", () -> flow.count("processedCount") == database.rows() + rejected());
      assertThat(processed.seen()).isSorted();
      assertThat(errors.seen()).isSorted();
    }
  }

  private void restartTheOperator() {
    var system = WholeSystem.shared();
    system
        .plane()
        .kubectl("-n", OperatorInstallation.NAMESPACE, "delete", "pods", "--all")
        .orThrow();
    new OperatorInstallation(system.plane(), Distribution.find()).untilReady();
  }
}
