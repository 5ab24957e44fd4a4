package io.dataflow.cli.resilience;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// One record with an array of a million elements, in a processor that has no room for a million
/// messages; and one that is killed in the middle of it.
class LargeFlattenTest {
  private static final int ELEMENTS = 1_000_000;
  private static final int BEHIND = 100;
  private static final String STEPS = "[{type: flatten, config: {field: seq}}]";

  private static final Map<String, String> SMALL_HEAP =
      Map.of("JAVA_OPTS", "-Xmx144m -XX:+ExitOnOutOfMemoryError");

  /// It does not wait for the one before it to be missed by the group.
  private static final Map<String, String> NAMED = Map.of("GROUP_INSTANCE_ID", "numbers-0");

  private final NumberTopic topic = NumberTopic.fresh(1);
  @TempDir private Path folder;

  /// One record with the numbers up to [#ELEMENTS], and some with one number each.
  private void send(String text) {
    var numbers =
        LongStream.range(0, ELEMENTS).mapToObj(String::valueOf).collect(Collectors.joining(","));
    topic.send(List.of("{\"seq\":[%s],\"text\":\"%s\"}".formatted(numbers, text)));
    topic.send(ELEMENTS, ELEMENTS + BEHIND);
  }

  @Test
  void needsNoMemoryForAMillionMessages() {
    send("x".repeat(100));
    var table = NumberTable.keyless();
    var manifest =
        Manifest.of(Manifest.topic(topic.server(), topic.name()), table.connector())
            .withErrors(table.errors())
            .withSteps(STEPS)
            .in(folder);
    try (var process = ProcessorProcess.pod(manifest, SMALL_HEAP)) {
      process.until("every element", () -> table.soundRows() == ELEMENTS + BEHIND);
      assertThat(process.terminate()).as(process.output()).isZero();
      assertThat(process.output()).doesNotContain("ERROR", "\tat ");
    }
    assertThat(table.distinct()).isEqualTo(ELEMENTS + BEHIND);
  }

  @Test
  void atLeastOnceLosesNothingWhenItIsKilledBetweenSlices() {
    send("short");
    var table = NumberTable.keyless();
    var manifest =
        Manifest.of(Manifest.topic(topic.server(), topic.name()), table.connector())
            .withSteps(STEPS)
            .in(folder);
    try (var killed = ProcessorProcess.pod(manifest, NAMED)) {
      killed.until("some elements", () -> table.rows() > 0);
      killed.kill();
    }
    assertThat(table.rows()).as("killed in the middle").isLessThan(ELEMENTS);
    try (var last = ProcessorProcess.pod(manifest, NAMED)) {
      last.until("every element", () -> table.distinct() == ELEMENTS + BEHIND);
      assertThat(last.terminate()).as(last.output()).isZero();
    }
  }

  @Test
  void effectivelyOnceIsOnceInATable() {
    send("short");
    var table = NumberTable.keyless();
    var manifest =
        Manifest.of(Manifest.topic(topic.server(), topic.name()), table.connector())
            .withSteps(STEPS)
            .onceBy(1)
            .in(folder);
    for (int kill = 1; kill <= 2; kill++) {
      long written = kill * (8L << 20);
      try (var killed = ProcessorProcess.pod(manifest, NAMED)) {
        killed.until("slices in the table", () -> size(table) > written);
        killed.kill();
      }
      assertThat(table.rows()).as("killed before the commit").isZero();
      // What the dead one has left is taken out of the file.
      table.run("VACUUM numbers");
    }
    try (var last = ProcessorProcess.pod(manifest, NAMED)) {
      last.until("every element", () -> table.rows() >= ELEMENTS + BEHIND);
      assertThat(last.terminate()).as(last.output()).isZero();
    }
    assertThat(table.rows()).isEqualTo(ELEMENTS + BEHIND);
    assertThat(table.distinct()).isEqualTo(ELEMENTS + BEHIND);
  }

  /// Rows that are not committed take room, too.
  private static long size(NumberTable table) {
    return table.number("SELECT pg_relation_size('numbers')");
  }

  @Test
  void effectivelyOnceIsOnceInATopic() {
    send("short");
    var out = NumberTopic.fresh(1);
    var manifest =
        Manifest.of(
                Manifest.topic(topic.server(), topic.name()),
                Manifest.target(out.server(), out.name()))
            .withSteps(STEPS)
            .onceBy(1)
            .in(folder);
    try (var killed = ProcessorProcess.pod(manifest, NAMED)) {
      killed.until("slices in the topic", () -> end(out) > 100_000);
      killed.kill();
    }
    assertThat(end(out)).as("killed in the middle").isLessThan(ELEMENTS);
    try (var last = ProcessorProcess.pod(manifest, NAMED)) {
      last.until(
          "every record", () -> last.metric("dataflow_messages_sent_total") >= ELEMENTS + BEHIND);
      assertThat(last.terminate()).as(last.output()).isZero();
    }
    assertThat(out.numbers()).isEqualTo(LongStream.range(0, ELEMENTS + BEHIND).boxed().toList());
  }

  /// Records that are in the topic, committed or not.
  private static long end(NumberTopic topic) {
    var partition = new TopicPartition(topic.name(), 0);
    try (var admin = Admin.create(Map.of("bootstrap.servers", topic.server().bootstrap()))) {
      return admin
          .listOffsets(Map.of(partition, OffsetSpec.latest()))
          .partitionResult(partition)
          .get()
          .offset();
    } catch (InterruptedException | ExecutionException failure) {
      throw new AssertionError(failure);
    }
  }
}
