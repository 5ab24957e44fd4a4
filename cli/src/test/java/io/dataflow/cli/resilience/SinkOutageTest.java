package io.dataflow.cli.resilience;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataflow.testbed.PostgresqlServer;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A sink that is down for some seconds while a long topic waits.
class SinkOutageTest {
  private static final int RECORDS = 100_000;

  /// What one read of a topic brings at most.
  private static final int BATCH = 5_000;

  private static final String ERRORS = "dataflow_connector_errors_total";

  @TempDir private Path folder;

  @Test
  void nothingIsReadAheadAndTheGroupIsKept() throws Exception {
    var topic = NumberTopic.fresh(3);
    topic.send(0, RECORDS);
    try (var postgresql = PostgresqlServer.start()) {
      var table = NumberTable.keyless(postgresql);
      var manifest =
          Manifest.of(
                  Manifest.topic(topic.server(), topic.name()), table.connector("batchSize: 500"))
              .withErrors(table.errors())
              .in(folder);
      try (var process = ProcessorProcess.pod(manifest)) {
        process.until("rows", () -> table.soundRows() > 0);
        postgresql.kill();
        var members = topic.group().members();
        process.until("a reason", () -> process.get("/readyz").statusCode() == 503);
        // The first retries come after 0.2, 0.4, 0.8, 1.6 and 3.2 seconds.
        process.until("some retries", () -> process.metric(ERRORS) >= 5);
        assertThat(process.metric("dataflow_task_active_messages")).isBetween(1.0, (double) BATCH);
        assertThat(process.metric("dataflow_messages_received_total")).isLessThan(RECORDS);
        assertThat(topic.group().members()).isEqualTo(members);
        postgresql.restart();
        process.until("every record", () -> table.soundRows() >= RECORDS && process.isReady());
        assertThat(topic.group().members()).isEqualTo(members).hasSize(1);
        assertThat(process.terminate()).isZero();
        assertThat(table.distinct()).isEqualTo(RECORDS);
        assertThat(process.output()).doesNotContain("\tat ");
      }
    }
  }
}
