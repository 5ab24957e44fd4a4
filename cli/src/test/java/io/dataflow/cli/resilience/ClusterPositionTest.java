package io.dataflow.cli.resilience;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataflow.testbed.server.Await;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/// A pod that reads a table and keeps its position in its ConfigMap: killed, stopped, doubled.
@Execution(ExecutionMode.CONCURRENT)
class ClusterPositionTest {
  private static final int ROWS = 60_000;
  private static final int KILLS = 4;
  private static final Duration LIMIT = Duration.ofSeconds(90);

  private final Random random = new Random(Long.getLong("dataflow.seed", System.nanoTime()));
  private final NumberTable table = NumberTable.keyed();
  private final NumberTopic topic = NumberTopic.fresh(1);
  @TempDir private Path folder;
  private ClusterPod pod;

  @BeforeEach
  void createPod() throws IOException {
    pod = ClusterPod.in(folder);
  }

  @Test
  void aKilledPodGoesOnWhereTheSinkHadGotTo() throws Exception {
    rows(0, ROWS);
    var manifest = manifest("100ms");
    for (var kill = 0; kill < KILLS; kill++) {
      var more = random.nextLong(ROWS / (KILLS + 2));
      try (var process = pod.start(manifest, Map.of())) {
        process.until("more", () -> process.metric("dataflow_messages_sent_total") > more);
        process.kill();
      }
    }
    var before = pod.position();
    assertThat(before).isPositive();
    try (var last = pod.start(manifest, Map.of())) {
      last.until("the last row", () -> pod.position() == ROWS - 1);
      assertThat(last.metric("dataflow_messages_received_total")).isEqualTo(ROWS - 1 - before);
      assertThat(last.terminate()).as(last.output()).isZero();
    }
    assertThat(new HashSet<>(topic.numbers()))
        .hasSize(ROWS)
        .containsAll(LongStream.range(0, ROWS).boxed().toList());
  }

  @Test
  void aStoppedPodLeavesThePositionWhereTheSinkIsAndTheNextRepeatsNothing() throws IOException {
    rows(0, ROWS);
    var manifest = manifest("1h");
    for (var stop = 1; stop <= 2; stop++) {
      var sent = stop * 1000;
      try (var process = pod.start(manifest, Map.of())) {
        process.until("more", () -> process.metric("dataflow_messages_sent_total") > sent);
        assertThat(process.terminate()).as(process.output()).isZero();
      }
      var numbers = topic.numbers();
      assertThat(pod.position()).isEqualTo(numbers.getLast());
      assertThat(new HashSet<>(numbers)).hasSameSizeAs(numbers);
    }
  }

  @Test
  void twoPodsAtOnceDoNotGoUnnoticed() throws IOException {
    var manifest = manifest("100ms");
    try (var one = pod.start(manifest, Map.of());
        var other = pod.start(manifest, Map.of())) {
      one.until("one", one::isReady);
      other.until("the other", other::isReady);
      var next = new int[] {0};
      Await.until(
          "the end of one",
          LIMIT,
          () -> {
            rows(next[0], next[0] += 10);
            return !one.runs() || !other.runs();
          });
      var ended = one.runs() ? other : one;
      assertThat(ended.end()).isOne();
      assertThat(ended.output()).contains("somebody else has changed the position");
    }
  }

  @Test
  void aResetIsDoneOnceForEachToken() throws IOException {
    rows(0, 10);
    var manifest = manifest("0s");
    for (var reset : new String[] {"", "7", "7", ""}) {
      try (var process = pod.start(manifest, Map.of("CHECKPOINT_RESET", reset))) {
        process.until("the last row", () -> process.isReady() && pod.position() == 9);
        process.terminate();
      }
    }
    assertThat(topic.numbers()).hasSize(20);
  }

  private void rows(int from, int to) {
    table.run(
        "INSERT INTO numbers SELECT n, 'row ' || n FROM generate_series(%d, %d) n"
            .formatted(from, to - 1));
  }

  private Path manifest(String interval) throws IOException {
    var source =
        table.connector(
            "changeTrackingColumn: seq",
            "orderByColumn: seq",
            "readBatchSize: 500",
            "pollInterval: 1");
    var file = Manifest.of(source, Manifest.target(topic.server(), topic.name())).in(folder);
    var setting = "  checkpointSaveInterval: " + interval + "\n";
    return Files.writeString(file, setting, StandardOpenOption.APPEND);
  }
}
