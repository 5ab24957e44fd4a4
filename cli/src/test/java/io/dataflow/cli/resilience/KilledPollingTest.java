package io.dataflow.cli.resilience;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// kill -9 of a processor that reads a table and keeps its position in a file.
class KilledPollingTest {
  private static final int ROWS = 100_000;
  private static final int KILLS = 3;

  private final long seed = Long.getLong("dataflow.seed", System.nanoTime());
  private final Random random = new Random(seed);
  @TempDir private Path folder;

  @Test
  void losesNoRow() {
    var table = NumberTable.keyed();
    table.run(
        "INSERT INTO numbers SELECT n, 'row ' || n FROM generate_series(0, %d) n"
            .formatted(ROWS - 1));
    var topic = NumberTopic.fresh(1);
    var source =
        table.connector(
            "changeTrackingColumn: seq",
            "orderByColumn: seq",
            "readBatchSize: 500",
            "pollInterval: 1");
    var manifest = Manifest.of(source, Manifest.target(topic.server(), topic.name())).in(folder);
    var checkpoint = folder.resolve("position.json").toString();
    for (var kill = 0; kill < KILLS; kill++) {
      var more = random.nextLong(ROWS / (KILLS + 2));
      try (var process = ProcessorProcess.pod(manifest, "--checkpoint", checkpoint)) {
        process.until("records", () -> process.metric("dataflow_messages_sent_total") > more);
        process.kill();
      }
    }
    try (var last =
        ProcessorProcess.run(manifest, "--checkpoint", checkpoint, "--until-idle", "2s")) {
      assertThat(last.end()).as(last.output()).isZero();
      assertThat(last.output()).as("it went on from a position").doesNotContain("read 100,000");
    }
    var numbers = topic.numbers();
    assertThat(new HashSet<>(numbers))
        .hasSize(ROWS)
        .containsAll(LongStream.range(0, ROWS).boxed().toList());
    System.out.printf("%d kills, seed %d: %d duplicates%n", KILLS, seed, numbers.size() - ROWS);
  }
}
