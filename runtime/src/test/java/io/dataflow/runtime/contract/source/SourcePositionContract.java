package io.dataflow.runtime.contract.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataflow.runtime.checkpoint.MemoryCheckpointStore;
import io.dataflow.runtime.connector.CheckpointStore;
import io.dataflow.runtime.connector.UnavailableException;
import io.dataflow.runtime.contract.Capability;
import io.dataflow.runtime.contract.Case;
import io.dataflow.runtime.contract.Field;
import io.dataflow.runtime.contract.Field.Kind;
import io.dataflow.runtime.contract.Records;
import io.dataflow.runtime.contract.StoredRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// The position passes what is acknowledged, and nothing else.
public interface SourcePositionContract extends SourceCases {

  @Case("a restart goes on behind what was acknowledged, and repeats nothing")
  default void aRestartGoesOn() throws UnavailableException {
    var origin = source().origin(PLAIN);
    var positions = new MemoryCheckpointStore();
    origin.addNumbered(1, 100);
    try (var route = route(origin, positions).start()) {
      route.untilIdle();
    }
    origin.addNumbered(101, 150);
    try (var route = route(origin, positions).start()) {
      route.untilIdle();
      assertThat(route.ids()).isEqualTo(SourceCases.numbers(101, 150));
    }
  }

  @Case("a restart without anything new brings nothing")
  default void aRestartWithoutAnythingNewBringsNothing() throws UnavailableException {
    var origin = source().origin(PLAIN);
    var positions = new MemoryCheckpointStore();
    origin.addNumbered(1, 10);
    for (int start = 0; start < 2; start++) {
      try (var route = route(origin, positions).start()) {
        route.untilIdle();
        assertThat(route.size()).isEqualTo(start == 0 ? 10 : 0);
      }
    }
  }

  @Case("a batch that was not acknowledged comes again after a restart")
  default void whatWasNotAcknowledgedComesAgain() throws Exception {
    var origin = source().origin(PLAIN);
    var positions = new MemoryCheckpointStore();
    origin.addNumbered(1, 100);
    var refused = new CountDownLatch(1);
    try (var route = route(origin, positions)) {
      route.taking(
          batch -> {
            refused.countDown();
            throw new IllegalStateException("the flow has failed");
          });
      route.start();
      assertThat(refused.await(1, TimeUnit.MINUTES)).isTrue();
    }
    try (var route = route(origin, positions).start()) {
      route.untilIdle();
      assertThat(route.ids()).isEqualTo(SourceCases.numbers(1, 100));
    }
  }

  @Case("the source does not go on behind a batch that the flow has refused")
  default void nothingBehindARefusedBatchComes() throws Exception {
    var origin = source().origin(PLAIN);
    origin.addNumbered(1, 15_000);
    var first = new CopyOnWriteArrayList<Integer>();
    try (var route = route(origin)) {
      route.taking(
          batch -> {
            var id = new StoredRecord(batch.messages().getFirst().original()).id();
            if (route.batches().size() == 1) {
              first.add(id);
              throw new IllegalStateException("the flow has failed");
            }
            route.keep(batch);
          });
      route.start();
      route.until("a refused batch", () -> !first.isEmpty());
    }
    assertThat(first).hasSizeGreaterThanOrEqualTo(1).containsOnly(first.getFirst());
  }

  /// What the first batch of a start brings; the flow refuses whatever comes behind it.
  private List<Integer> oneBatch(SourceOrigin origin, CheckpointStore positions) {
    try (var route = route(origin, positions)) {
      route.taking(
          batch -> {
            if (!route.batches().isEmpty()) {
              throw new IllegalStateException("one batch is enough");
            }
            route.keep(batch);
          });
      route.restart().until("a batch", () -> !route.batches().isEmpty());
      route.close();
      assertThat(route.size()).isPositive();
      return route.ids();
    }
  }

  @Case("a restart between any two batches: each record once, in order")
  default void aRestartBetweenAnyTwoBatchesLosesAndRepeatsNothing() throws Exception {
    var origin = source().origin(PLAIN);
    var positions = new MemoryCheckpointStore();
    origin.addNumbered(1, 20_000);
    var read = new ArrayList<Integer>();
    for (int start = 0; read.size() < 20_000; start++) {
      assertThat(start).as("starts").isLessThan(200);
      read.addAll(oneBatch(origin, positions));
    }
    assertThat(read).isEqualTo(SourceCases.numbers(1, 20_000));
  }

  @Case(
      value = "many records of one position: a restart among them loses and repeats nothing",
      needs = Capability.TIES)
  default void aRestartAmongTiesLosesAndRepeatsNothing() throws Exception {
    var origin = source().origin(PLAIN);
    var positions = new MemoryCheckpointStore();
    origin.addTied(1, 12_000);
    var read = new ArrayList<Integer>();
    while (read.size() < 12_000) {
      read.addAll(oneBatch(origin, positions));
    }
    assertThat(read).isEqualTo(SourceCases.numbers(1, 12_000));
  }

  @Case("a stop in the middle of a batch finishes and acknowledges it; nothing is repeated")
  default void aStopInTheMiddleFinishesTheBatch() throws Exception {
    var origin = source().origin(PLAIN);
    var positions = new MemoryCheckpointStore();
    origin.addNumbered(1, 20_000);
    var begun = new CountDownLatch(1);
    var goOn = new CountDownLatch(1);
    var route = route(origin, positions);
    route.taking(
        batch -> {
          begun.countDown();
          goOn.await();
          route.keep(batch);
        });
    route.start();
    begun.await();
    var stopped = CompletableFuture.runAsync(route::close);
    goOn.countDown();
    stopped.join();
    var read = new ArrayList<>(route.ids());
    assertThat(read).isNotEmpty();
    try (var next = route(origin, positions).start()) {
      next.untilIdle();
      read.addAll(next.ids());
    }
    assertThat(read).isEqualTo(SourceCases.numbers(1, 20_000));
  }

  @Case(
      value = "a field that is added while the source runs comes with the records that have it",
      needs = Capability.GROWING_FIELDS)
  default void aFieldThatIsAddedLaterComes() throws UnavailableException {
    var origin = source().origin(PLAIN);
    origin.add(Records.body(1));
    try (var route = route(origin).start()) {
      route.until(1).untilIdle();
      origin.addField(new Field("later", Kind.TEXT));
      origin.add("{\"id\":2,\"later\":\"y\"}");
      route.until(2);
      assertThat(route.records().getLast().text("later")).isEqualTo("y");
      assertThat(route.reports().failures()).isEmpty();
    }
  }

  @Case("a source that was never started can be closed, and a started one twice")
  default void closingIsAlwaysPossible() throws UnavailableException {
    var origin = source().origin(PLAIN);
    route(origin).close();
    var route = route(origin).start();
    route.untilIdle().close();
    route.connector().close();
    assertThat(List.copyOf(route.reports().failures())).isEmpty();
  }
}
