package io.dataflow.runtime.contract.trino;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataflow.runtime.TestFlow;
import io.dataflow.runtime.Topic;
import io.dataflow.testbed.Servers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/// The sample does on real servers what its files say.
class TrinoSampleTest {
  private static final Path SAMPLE = Path.of("../samples/kafka-to-trino");

  @Test
  void writesATopicIntoATableThatItCreates() throws IOException, InterruptedException {
    var from = Topic.fresh(1);
    var rejected = Topic.fresh(1);
    from.send(Files.readAllLines(SAMPLE.resolve("in.jsonl")).toArray(String[]::new));
    var name = Servers.freshName("sample");
    var run =
        TestFlow.runUntilIdle(
            Files.readString(SAMPLE.resolve("flow.yaml"))
                .replace("localhost:9092", Topic.brokers())
                .replace("topic: readings-rejected", "topic: " + rejected.name())
                .replace("topic: readings", "topic: " + from.name())
                .replace("http://localhost:8080", TrinoSite.server().url())
                .replace("table: readings", "table: " + name));
    assertThat(run.failure()).isEmpty();
    assertThat(rejected.values()).hasSize(1);
    assertThat(rejected.values().getFirst())
        .contains("`read_at` is missing, but it is the key of the upsert");
    var rows = "SELECT device, read_at, celsius FROM iceberg.shop." + name + " ORDER BY 1";
    assertThat(TrinoSite.rows(rows))
        .extracting(Object::toString)
        .containsExactly(
            "[9007199254740993,\"2026-01-31 12:00:00.123000 UTC\",\"12.750000000000000000\"]",
            "[9007199254740994,\"2026-01-31 12:00:00.000000 UTC\",\"7.000000000000000000\"]");
  }
}
