package io.dataflow.cli.resilience;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// kill -9 in the middle of the work, again and again: at least once holds.
class KilledProcessorTest {
  private static final int RECORDS = Integer.getInteger("dataflow.records", 200_000);
  private static final int KILLS = Integer.getInteger("dataflow.kills", 10);

  /// As a container that is started again in its pod: it does not wait for the one before it to be
  /// missed by the group.
  private static final Map<String, String> NAMED = Map.of("GROUP_INSTANCE_ID", "numbers-0");

  private final long seed = Long.getLong("dataflow.seed", System.nanoTime());
  private final Random random = new Random(seed);
  @TempDir private Path folder;

  @Test
  void losesNothing() {
    var table = NumberTable.keyless();
    killAllTheWay(table, KILLS);
    assertThat(table.soundRows()).isGreaterThanOrEqualTo(RECORDS);
    assertThat(table.number("SELECT max(seq) FROM numbers")).isEqualTo(RECORDS - 1);
    System.out.printf("%d kills, seed %d: %d duplicates%n", KILLS, seed, table.duplicates());
  }

  @Test
  void writesEachRecordOnceIntoATableWithAKey() {
    var table = NumberTable.keyed();
    killAllTheWay(table, Math.max(1, KILLS / 2));
    assertThat(table.soundRows()).isEqualTo(RECORDS);
    assertThat(table.number("SELECT max(seq) FROM numbers")).isEqualTo(RECORDS - 1);
  }

  private void killAllTheWay(NumberTable table, int kills) {
    var topic = NumberTopic.fresh(3);
    topic.send(0, RECORDS);
    var manifest =
        Manifest.of(Manifest.topic(topic.server(), topic.name()), table.connector())
            .withErrors(table.errors())
            .in(folder);
    var inTheMiddle = 0;
    for (var kill = 0; kill < kills && table.distinct() < RECORDS; kill++) {
      killOnce(manifest, table, kills - kill);
      inTheMiddle += table.distinct() < RECORDS ? 1 : 0;
    }
    // A fast machine may be through before the last kill; most of them must have hurt.
    assertThat(inTheMiddle).as("kills in the middle").isGreaterThan(kills / 2);
    if (table.distinct() < RECORDS) {
      finish(manifest, table);
    }
  }

  private static void finish(Path manifest, NumberTable table) {
    try (var last = ProcessorProcess.pod(manifest, NAMED)) {
      last.until("every record", () -> table.distinct() == RECORDS);
      assertThat(last.terminate()).as(last.output()).isZero();
    }
  }

  /// One life: it ends when so many more rows are there, and a moment later.
  private void killOnce(Path manifest, NumberTable table, int killsLeft) {
    var before = table.rows();
    var share = Math.max(0, RECORDS - table.distinct()) / (killsLeft + 1);
    var more = share == 0 ? 0 : random.nextLong(share);
    try (var process = ProcessorProcess.pod(manifest, NAMED)) {
      process.until("more rows", () -> table.soundRows() > before + more);
      LockSupport.parkNanos(random.nextInt(30_000_000));
      process.kill();
    }
  }
}
