package io.dataflow.cli.resilience;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/// Two processors of one flow share a topic and deliver into another one effectively once, while
/// partitions move between them: who reads what is committed sees each record once.
@Execution(ExecutionMode.CONCURRENT)
class SharedOnceTest {
  private static final int CHUNK = 1000;

  private final NumberTopic topic = NumberTopic.fresh(4);
  private final NumberTopic out = NumberTopic.fresh(4);
  @TempDir private Path folder;

  private Path manifest() {
    return Manifest.of(
            Manifest.topic(topic.server(), topic.name()), Manifest.target(out.server(), out.name()))
        .onceBy(2)
        .in(folder);
  }

  private static ProcessorProcess pod(Path manifest, String name) {
    return ProcessorProcess.pod(manifest, Map.of("GROUP_INSTANCE_ID", name));
  }

  @Test
  void whoIsKilledLosesAndRepeatsNothing() throws InterruptedException {
    var manifest = manifest();
    try (var feed = new NumberFeed(topic, CHUNK / 20);
        var survivor = pod(manifest, "numbers-0")) {
      for (int kill = 0; kill < 2; kill++) {
        try (var killed = pod(manifest, "numbers-1")) {
          killed.until("two partitions for each", this::isShared);
          untilMore(survivor);
          killed.kill();
        }
        // The brokers miss it after a while; its partitions are the survivor's then.
        survivor.until("all partitions", () -> members().equals(List.of(4)));
        untilMore(survivor);
      }
      finish(feed, survivor);
    }
  }

  @Test
  void whoComesBackUnderItsNameGoesOnWithItsPartitions() throws InterruptedException {
    var manifest = manifest();
    try (var feed = new NumberFeed(topic, CHUNK / 20);
        var other = pod(manifest, "numbers-0")) {
      for (int life = 0; life < 3; life++) {
        try (var killed = pod(manifest, "numbers-1")) {
          killed.until("two partitions for each", this::isShared);
          untilMore(killed);
          killed.kill();
        }
      }
      finish(feed, other);
    }
  }

  @Test
  void whoEndsWellHandsOver() throws InterruptedException {
    var manifest = manifest();
    try (var feed = new NumberFeed(topic, CHUNK / 20);
        var first = pod(manifest, "numbers-0")) {
      untilMore(first);
      try (var second = pod(manifest, "numbers-1")) {
        second.until("two partitions for each", this::isShared);
        untilMore(second);
        assertThat(first.terminate()).as(first.output()).isZero();
        untilMore(second);
        finish(feed, second);
      }
    }
  }

  private Collection<Integer> members() {
    return List.copyOf(topic.group().members().values());
  }

  private boolean isShared() {
    return members().equals(List.of(2, 2));
  }

  private void untilMore(ProcessorProcess process) {
    int before = out.numbers().size();
    process.until("more records", () -> out.numbers().size() > before + CHUNK);
  }

  private void finish(NumberFeed feed, ProcessorProcess last) throws InterruptedException {
    var sent = feed.end();
    last.until("every record", () -> new HashSet<>(out.numbers()).size() == sent);
    assertThat(last.terminate()).as(last.output()).isZero();
    assertThat(out.numbers())
        .containsExactlyInAnyOrderElementsOf(LongStream.range(0, sent).boxed().toList());
  }
}
