package io.dataflow.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataflow.api.spec.DataFlowSpec;
import io.dataflow.runtime.checkpoint.MemoryCheckpointStore;
import io.dataflow.runtime.connector.ConnectorFactory;
import io.dataflow.runtime.connector.SourceRoute;
import io.dataflow.runtime.connector.WatchedRows;
import io.dataflow.runtime.kafka.source.KafkaSourceFactory;
import io.dataflow.runtime.postgresql.source.PostgresqlSourceFactory;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.RowMapper;

/// `channelBufferSize`: while a sink stands still, no more than that waits for it.
class ChannelBufferTest {
  private static final int SIZE = 40;
  private static final int RECORDS = 1_000;

  private final CountDownLatch still = new CountDownLatch(1);
  private final CountDownLatch taken = new CountDownLatch(1);
  private final AtomicInteger read = new AtomicInteger();
  private final AtomicInteger longestFetch = new AtomicInteger();

  @Test
  void aTopicIsReadThatFarAhead() throws Exception {
    var topic = Topic.fresh(1);
    topic.send(IntStream.range(0, RECORDS).mapToObj(i -> "{}").toArray(String[]::new));
    var config =
        "{type: kafka, config: {brokers: ['%s'], topic: %s, consumerGroup: g-%2$s}}"
            .formatted(Topic.brokers(), topic.name());
    try (var flow = standing(new KafkaSourceFactory(), config)) {
      flow.startUnchecked();
      taken.await();
      flow.until("one more batch waits", () -> flow.connector.waiting() == SIZE);
      // One batch is worked on, one waits: the reader has told of no other.
      assertThat(flow.polledRows).hasValue(2 * SIZE);
      still.countDown();
      flow.untilRows(RECORDS);
    }
  }

  @Test
  void aTableIsReadThatFarAhead() throws Exception {
    var table = TestTable.fresh("id int, updated_at timestamptz");
    table.run("INSERT INTO %s SELECT n, '2026-01-01Z' FROM generate_series(1, 1000) n");
    var config = "{type: postgresql, config: %s}".formatted(table.config());
    try (var flow = standing(new PostgresqlSourceFactory(), config)) {
      var rows = (RowMapper<?>) flow.connector.beans().get("rows");
      flow.replace("rows", new WatchedRows(rows, read::incrementAndGet, longestFetch));
      assertThat(flow.connector.parameters()).containsEntry("firstFetch", SIZE);
      flow.start();
      taken.await();
      // The batch, and the row that tells that it is not the last one.
      assertThat(read).hasValue(SIZE + 1);
      still.countDown();
      flow.untilRows(RECORDS);
      assertThat(longestFetch).hasValue(SIZE);
    }
  }

  private SourceRoute standing(ConnectorFactory factory, String source) {
    var spec = spec(source);
    var flow =
        new SourceRoute(
            context -> factory.source(spec.source(), context).orElseThrow(),
            spec,
            new MemoryCheckpointStore(),
            false);
    return flow.taking(
        batch -> {
          assertThat(batch.received()).isLessThanOrEqualTo(SIZE);
          taken.countDown();
          still.await();
          flow.keep(batch);
        });
  }

  private static DataFlowSpec spec(String source) {
    return TestFlow.spec(
        """
        source: %s
        sink: {type: kafka, config: {brokers: [nobody], topic: t}}
        channelBufferSize: %d
        """
            .formatted(source, SIZE));
  }
}
