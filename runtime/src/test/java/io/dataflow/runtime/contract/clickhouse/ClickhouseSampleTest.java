package io.dataflow.runtime.contract.clickhouse;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataflow.runtime.TestFlow;
import io.dataflow.runtime.Topic;
import io.dataflow.testbed.Servers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/// The sample does on real servers what its files say.
class ClickhouseSampleTest {
  private static final Path SAMPLE = Path.of("../samples/kafka-to-clickhouse");

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
                .replace("topic: page-views-rejected", "topic: " + rejected.name())
                .replace("topic: page-views", "topic: " + from.name())
                .replace(
                    "http://writer:change-me@localhost:8123/web", ClickhouseSite.connectionString())
                .replace("table: page_views", "table: " + name));
    assertThat(run.failure()).isEmpty();
    assertThat(rejected.values()).hasSize(1);
    assertThat(rejected.values().getFirst())
        .contains("`viewed_at` is missing, but it is the key of the upsert");
    assertThat(
            ClickhouseSite.rows(
                ClickhouseSite.inDatabase(name),
                "id, viewed_at, page, country, milliseconds",
                "FINAL ORDER BY id"))
        .containsExactly(
            "{\"id\":9007199254740993,\"viewed_at\":\"2026-01-31T12:00:00.123000Z\",\"page\":\"\\/\","
                + "\"country\":\"NL\",\"milliseconds\":12.5}",
            "{\"id\":9007199254740994,\"viewed_at\":\"2026-01-31T12:00:01.456000Z\","
                + "\"page\":\"\\/prices\",\"country\":\"DE\",\"milliseconds\":7}");
  }
}
