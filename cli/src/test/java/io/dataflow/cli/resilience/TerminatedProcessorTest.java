package io.dataflow.cli.resilience;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// SIGTERM in the middle of the work, as at every roll-out.
class TerminatedProcessorTest {
  private static final int RECORDS = 100_000;
  private static final int STOPS = 5;

  @TempDir private Path folder;

  @Test
  void losesAndRepeatsNothing() {
    var topic = NumberTopic.fresh(3);
    topic.send(0, RECORDS);
    var table = NumberTable.keyless();
    var manifest =
        Manifest.of(Manifest.topic(topic.server(), topic.name()), table.connector("batchSize: 500"))
            .withErrors(table.errors())
            .in(folder);
    var inTheMiddle = 0;
    for (var stop = 0; stop < STOPS && table.rows() < RECORDS; stop++) {
      stopInTheMiddle(manifest, table);
      inTheMiddle += table.rows() < RECORDS ? 1 : 0;
    }
    // A fast machine may be through before the last stop.
    assertThat(inTheMiddle).as("stops in the middle").isPositive();
    try (var last = ProcessorProcess.pod(manifest)) {
      last.until("every record", () -> table.soundRows() >= RECORDS);
      assertThat(last.terminate()).isZero();
    }
    assertThat(table.rows()).isEqualTo(RECORDS);
    assertThat(table.distinct()).isEqualTo(RECORDS);
  }

  private static void stopInTheMiddle(Path manifest, NumberTable table) {
    var before = table.rows();
    try (var process = ProcessorProcess.pod(manifest)) {
      process.until("more rows", () -> table.soundRows() > before);
      assertThat(process.terminate()).as(process.output()).isZero();
    }
  }
}
