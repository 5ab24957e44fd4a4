package io.dataflow.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataflow.testbed.Servers;
import io.dataflow.testbed.proxy.Act;
import io.dataflow.testbed.proxy.FaultProxy;
import io.dataflow.testbed.proxy.Moment;
import io.dataflow.testbed.proxy.PostgresqlWire;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/// From a table to tables, each row once: a start knows nothing but what the sinks have stored.
@Execution(ExecutionMode.CONCURRENT)
class PostgresqlToPostgresqlOnceTest {
  private static final int ROWS = 600;

  private final OnceTables tables = OnceTables.fresh(ROWS);
  @TempDir private Path folder;

  @Test
  void aStartGoesOnBehindWhatTheSinkHas() throws InterruptedException {
    var flow = tables.flow("");
    assertThat(TestFlow.runUntilIdle(flow).failure()).isEmpty();
    tables.out().hasEach(ROWS);
    assertThat(TestFlow.runUntilIdle(flow).counters().received()).isZero();
    tables.add(ROWS, ROWS + 50);
    assertThat(TestFlow.runUntilIdle(flow).counters().received()).isEqualTo(50);
    tables.out().hasEach(ROWS + 50);
  }

  @Test
  void theSinkIsBelievedAndNotAnOlderCheckpoint() throws IOException, InterruptedException {
    var checkpoint = folder.resolve("checkpoint.json");
    var options =
        TestFlow.options()
            .withUntilIdle(Optional.of(TestFlow.QUIET))
            .withCheckpoint(Optional.of(checkpoint));
    var spec = TestFlow.spec(tables.flow(""));
    FlowRunner.start(spec, options).await();
    // As a processor leaves it that dies behind the commit and before it saves the position.
    var newest = Files.readString(checkpoint);
    var older = newest.replace("00:00:59Z", "00:00:01Z");
    assertThat(older).isNotEqualTo(newest);
    Files.writeString(checkpoint, older);
    tables.add(ROWS, ROWS + 1);
    FlowRunner.start(spec, options).await();
    tables.out().hasEach(ROWS + 1);
  }

  @Test
  void aCheckpointCountsUntilTheSinkHasStoredSomething() throws InterruptedException {
    var options =
        TestFlow.options()
            .withUntilIdle(Optional.of(TestFlow.QUIET))
            .withCheckpoint(Optional.of(folder.resolve("checkpoint.json")));
    var flow = tables.flow("");
    FlowRunner.start(TestFlow.spec(flow.replace("effectivelyOnce", "atLeastOnce")), options)
        .await();
    tables.add(ROWS, ROWS + 5);
    FlowRunner.start(TestFlow.spec(flow), options).await();
    tables.out().hasEach(ROWS + 5);
  }

  @Test
  void anAnswerThatIsLostBehindTheCommitRepeatsNothing() throws InterruptedException {
    var port = Servers.postgresql().port();
    try (var proxy = FaultProxy.start(0, port, PostgresqlWire::new)) {
      var trap = proxy.trap(Moment.after(Act.COMMIT), 0);
      var config = tables.out().table().config();
      var sink = config.replace(":" + port + "/", ":" + proxy.port() + "/");
      var flow = tables.flow("readBatchSize: 100", "").replace(config, sink);
      try (var run = TestFlow.start(flow)) {
        assertThat(trap.await(Duration.ofMinutes(1))).isTrue();
        trap.cut();
        TestFlow.await(() -> run.counters().acknowledged() == ROWS);
      }
    }
    tables.out().hasEach(ROWS);
  }

  @Test
  void aProcessorThatWasTakenForDeadWritesNothingMore() {
    var flow = tables.flow("pollInterval: 0", "");
    try (var old = TestFlow.start(flow)) {
      TestFlow.await(() -> old.counters().acknowledged() == ROWS);
      try (var young = TestFlow.start(flow)) {
        tables.add(ROWS, ROWS + 300);
        TestFlow.await(() -> old.failure().isPresent());
        assertThat(old.failure().orElseThrow())
            .startsWith("sink:main")
            .contains("another processor of this flow has taken over");
        TestFlow.await(() -> young.counters().acknowledged() == 300);
        assertThat(young.failure()).isEmpty();
      }
    }
    tables.out().hasEach(ROWS + 300);
  }

  @Test
  void aBatchOfWhichNothingIsLeftMovesThePosition() throws InterruptedException {
    var nothing = "transformations: [{type: filter, config: {condition: $.n < 0}}]";
    TestFlow.runUntilIdle(tables.flow(nothing));
    assertThat(tables.stored("sink:main", "lastReadOrderByValue")).isEqualTo("599");
    TestFlow.runUntilIdle(tables.flow(""));
    assertThat(tables.out().table().count()).isZero();
  }

  @Test
  void aRefusedRowIsInTheErrorSinkBeforeThePositionPassesIt() throws InterruptedException {
    var errors = TestTable.fresh("error jsonb, original_message jsonb");
    tables.out().table().run("ALTER TABLE %s ADD CHECK (n <> 77)");
    var flow = tables.flow("errors: {type: postgresql, config: " + errors.config() + "}");
    for (int start = 0; start < 2; start++) {
      assertThat(TestFlow.runUntilIdle(flow).failure()).isEmpty();
    }
    assertThat(tables.out().table().count()).isEqualTo(ROWS - 1);
    assertThat(errors.count()).isEqualTo(1);
  }

  @Test
  void withoutAnErrorSinkEachStartEndsAtTheSameRow() throws InterruptedException {
    tables.out().table().run("ALTER TABLE %s ADD CONSTRAINT no_77 CHECK (n <> 77)");
    for (int start = 0; start < 3; start++) {
      assertThat(TestFlow.runUntilIdle(tables.flow("")).failure().orElseThrow())
          .startsWith("sink:main: ");
      tables.out().hasEach(77);
    }
    tables.out().table().run("ALTER TABLE %s DROP CONSTRAINT no_77");
    assertThat(TestFlow.runUntilIdle(tables.flow("")).failure()).isEmpty();
    tables.out().hasEach(ROWS);
  }
}
