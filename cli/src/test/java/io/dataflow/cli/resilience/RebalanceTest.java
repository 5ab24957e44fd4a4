package io.dataflow.cli.resilience;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Collection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Two processors of one flow share its topic: the second one comes in the middle, and the first
/// one leaves in the middle.
class RebalanceTest {
  private static final int CHUNK = 10_000;

  @TempDir private Path folder;

  @Test
  void aCleanHandOverLosesAndRepeatsNothing() throws InterruptedException {
    var topic = NumberTopic.fresh(4);
    var table = NumberTable.keyless();
    var manifest =
        Manifest.of(Manifest.topic(topic.server(), topic.name()), table.connector())
            .withErrors(table.errors())
            .in(folder);
    try (var feed = new NumberFeed(topic, CHUNK / 20);
        var first = ProcessorProcess.pod(manifest)) {
      first.until("rows of the first", () -> table.soundRows() > CHUNK);
      try (var second = ProcessorProcess.pod(manifest)) {
        second.until("two partitions for each", () -> isShared(topic.group().members().values()));
        var shared = table.rows();
        second.until("rows of both", () -> table.soundRows() > shared + CHUNK);
        assertThat(first.terminate()).as(first.output()).isZero();
        var left = table.rows();
        second.until("rows of the second", () -> table.soundRows() > left + CHUNK);
        var sent = feed.end();
        second.until("every record", () -> table.soundRows() >= sent);
        assertThat(second.terminate()).as(second.output()).isZero();
        assertThat(table.rows()).isEqualTo(sent);
        assertThat(table.distinct()).isEqualTo(sent);
      }
    }
  }

  private static boolean isShared(Collection<Integer> partitions) {
    return partitions.size() == 2 && partitions.stream().allMatch(count -> count == 2);
  }
}
