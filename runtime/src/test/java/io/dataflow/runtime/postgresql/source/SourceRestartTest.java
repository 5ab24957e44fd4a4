package io.dataflow.runtime.postgresql.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataflow.runtime.checkpoint.CheckpointEvents;
import io.dataflow.runtime.checkpoint.Checkpoints;
import io.dataflow.runtime.connector.CheckpointStore;
import io.dataflow.runtime.connector.FlowException;
import io.dataflow.runtime.connector.UnavailableException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.apache.camel.StatefulService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

@Execution(ExecutionMode.CONCURRENT)
class SourceRestartTest {
  private final Database database = Database.fresh();

  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void nameTheCheckpoint() {
    file = folder.resolve("checkpoint.json");
  }

  @Test
  void goesOnAfterACleanStopWithoutLossAndWithoutRepetition() throws Exception {
    database.rows("orders", 100);
    var stop = new CountDownLatch(1);
    List<String> first;
    try (var store = checkpoints();
        var flow = new SourceFlow(source().readBatchSize(10).build(), store)) {
      flow.taking(
              batch -> {
                flow.keep(batch);
                stop.countDown();
              })
          .start();
      stop.await();
      flow.close();
      first = flow.field("id");
    }
    try (var store = checkpoints();
        var flow = new SourceFlow(source().readBatchSize(10).build(), store).start()) {
      flow.untilIdle();
      assertThat(flow.field("id")).containsExactlyElementsOf(numbers(first.size() + 1, 100));
      assertThat(first).containsExactlyElementsOf(numbers(1, first.size()));
    }
    assertThat(file)
        .hasContent(
            "{\"postgresql\":{\"lastReadChangeTime\":\"2026-01-01T00:01:40Z\",\"lastReadOrderByValue\":100}}");
  }

  @Test
  void stopsBetweenTwoBatchesOfOneLongRead() throws Exception {
    database.rows("orders", 20_000);
    var taken = new CountDownLatch(1);
    var stopping = new CountDownLatch(1);
    try (var store = checkpoints();
        var flow = new SourceFlow(source().build(), store)) {
      flow.taking(
              batch -> {
                flow.keep(batch);
                taken.countDown();
                stopping.await();
              })
          .start();
      taken.await();
      var stopper = Thread.ofPlatform().start(flow::close);
      var consumer = flow.context.getRoute("source:postgresql").getConsumer();
      flow.until("the route to be suspended", () -> ((StatefulService) consumer).isSuspended());
      stopping.countDown();
      stopper.join();
      assertThat(flow.batches).containsExactly(5000);
    }
    try (var store = checkpoints();
        var flow = new SourceFlow(source().build(), store).start()) {
      flow.untilIdle();
      assertThat(flow.field("id")).containsExactlyElementsOf(numbers(5001, 20_000));
    }
  }

  @Test
  void readsOnlyTheBatchesAgainThatWereNotAcknowledged() throws Exception {
    database.rows("orders", 50);
    var failed = new AtomicBoolean();
    try (var store = checkpoints();
        var flow = new SourceFlow(source().build(), store)) {
      flow.connector.check();
      database.run("UPDATE orders SET name = repeat('x', 3000000) WHERE id IN (10, 20, 30, 40)");
      // Eight megabytes a batch: the long rows end a batch at the third of them.
      flow.taking(
              batch -> {
                if (flow.batches.size() == 1 && failed.compareAndSet(false, true)) {
                  throw new FlowException("the sink is gone");
                }
                flow.keep(batch);
              })
          .startUnchecked();
      flow.untilIdle();
      assertThat(failed).isTrue();
      assertThat(flow.batches).hasSizeGreaterThan(1);
      assertThat(flow.field("id")).containsExactlyElementsOf(numbers(1, 50));
      assertThat(flow.unavailable).isEmpty();
      assertThat(flow.failures).isEmpty();
    }
  }

  @Test
  void doesNotReadAgainWhatTheFlowHasTakenAndNotAcknowledged() throws Exception {
    database.rows("orders", 30);
    var taken = new CopyOnWriteArrayList<Integer>();
    try (var store = checkpoints();
        var flow = new SourceFlow(source().readBatchSize(10).build(), store)) {
      flow.taking(batch -> taken.add(batch.messages().size())).start();
      flow.untilIdle();
      assertThat(taken).containsExactly(10, 10, 10);
    }
    assertThat(file).doesNotExist();
  }

  @Test
  void readsFromTheStartAfterAReset() throws Exception {
    database.rows("orders", 3);
    try (var store = checkpoints();
        var flow = new SourceFlow(source().build(), store).start()) {
      flow.untilIdle();
    }
    try (var store = checkpoints()) {
      store.open("postgresql", Optional.of("again"));
      try (var flow = new SourceFlow(source().build(), store).start()) {
        flow.untilIdle();
        assertThat(flow.field("id")).containsExactly("1", "2", "3");
        assertThat(flow.metadata("operation")).containsOnly("insert");
      }
    }
  }

  @Test
  void readsAHundredThousandRowsAThousandAtATime() throws Exception {
    database.rows("orders", 100_000);
    try (var store = checkpoints();
        var flow = new SourceFlow(source().readBatchSize(1000).build(), store).start()) {
      flow.untilIdle();
      assertThat(flow.batches).hasSize(100).containsOnly(1000);
      assertThat(flow.metadata("id"))
          .containsExactlyElementsOf(
              IntStream.rangeClosed(1, 100_000).mapToObj(id -> (Object) (long) id).toList());
    }
  }

  private CheckpointStore checkpoints() throws UnavailableException {
    var store = Checkpoints.inFile(file, Duration.ofSeconds(5), CheckpointEvents.none());
    store.open("postgresql", Optional.empty());
    return store;
  }

  private Database.SourceBuilder source() {
    return database.source().table("orders");
  }

  private static List<String> numbers(int from, int to) {
    return IntStream.rangeClosed(from, to).mapToObj(Integer::toString).toList();
  }
}
