package io.dataflow.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataflow.testbed.Servers;
import io.dataflow.testbed.proxy.Act;
import io.dataflow.testbed.proxy.FaultProxy;
import io.dataflow.testbed.proxy.Moment;
import io.dataflow.testbed.proxy.PostgresqlWire;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/// From a topic to tables, each record once: whatever the group's offsets say after a crash.
@Execution(ExecutionMode.CONCURRENT)
class KafkaToPostgresqlOnceTest {
  private static final int RECORDS = 600;
  private static final String ROUTER =
      """
      transformations:
        - type: router
          config: {routes: [{condition: $.n >= 300, sink: {type: postgresql, config: %s}}]}
      """;

  private final Topic in = Topic.fresh(2);
  private final TestTable out = TestTable.fresh("n int");

  private String flow(String sink, String more) {
    return """
    source: {type: kafka, config: {brokers: [%s], topic: %s, consumerGroup: %s}}
    sink: {type: postgresql, config: %s}
    delivery: effectivelyOnce
    positionsTable: %s_positions
    %s
    """
        .formatted(Topic.brokers(), in.name(), group(), sink, out.name(), more);
  }

  private String group() {
    return "g-" + in.name();
  }

  private void sendRecords() {
    in.send(IntStream.range(0, RECORDS).mapToObj("{\"n\":%d}"::formatted).toArray(String[]::new));
  }

  private static void hasEach(TestTable table, int records) {
    assertThat(table.count()).isEqualTo(records);
    assertThat(table.column("count(DISTINCT n)")).containsExactly(String.valueOf(records));
  }

  @Test
  void whatTheGroupHasNotCommittedIsNotWrittenAgain() throws InterruptedException {
    sendRecords();
    assertThat(TestFlow.runUntilIdle(flow(out.config(), "")).failure()).isEmpty();
    for (long committed : new long[] {0, 17, 250}) {
      in.commit(group(), committed);
      var again = TestFlow.runUntilIdle(flow(out.config(), ""));
      assertThat(again.failure()).isEmpty();
      assertThat(again.counters().received()).isPositive();
      hasEach(out, RECORDS);
    }
    in.send("{\"n\":600}");
    TestFlow.runUntilIdle(flow(out.config(), ""));
    hasEach(out, RECORDS + 1);
  }

  @Test
  void anAnswerThatIsLostBehindTheCommitRepeatsNothing() throws InterruptedException {
    sendRecords();
    var port = Servers.postgresql().port();
    try (var proxy = FaultProxy.start(0, port, PostgresqlWire::new)) {
      var trap = proxy.trap(Moment.after(Act.COMMIT), 0);
      var sink = out.config().replace(":" + port + "/", ":" + proxy.port() + "/");
      try (var run = TestFlow.start(flow(sink, ""))) {
        assertThat(trap.await(Duration.ofMinutes(1))).isTrue();
        trap.cut();
        TestFlow.await(() -> run.counters().acknowledged() == RECORDS);
      }
    }
    hasEach(out, RECORDS);
  }

  @Test
  void aSinkThatIsAheadOfAnotherIsNotWrittenAgain() throws InterruptedException {
    var high = TestTable.fresh("n int");
    sendRecords();
    var routed = flow(out.config(), ROUTER.formatted(high.config()));
    TestFlow.runUntilIdle(routed);
    hasEach(out, 300);
    hasEach(high, 300);
    // As if the processor had died before the main sink's first commit.
    out.run("TRUNCATE " + out.name());
    out.run("DELETE FROM " + out.name() + "_positions WHERE sink = 'sink:main'");
    in.commit(group(), 0);
    TestFlow.runUntilIdle(routed);
    hasEach(out, 300);
    hasEach(high, 300);
  }

  @Test
  void aRefusedRecordIsInTheErrorSinkBeforeThePositionPassesIt() throws InterruptedException {
    // Not even the shortest envelope gets in.
    var narrow = Topic.ofSmallRecords(50);
    var wide = Topic.fresh(1);
    var bad = "{\"n\":\"" + Topic.noise(4000) + "\"}";
    in.send("{\"n\":1}", bad, "{\"n\":2}");
    var first = TestFlow.runUntilIdle(flow(out.config(), errors(narrow.name())));
    assertThat(first.failure().orElseThrow()).startsWith("sink:errors: ");
    assertThat(out.count()).isZero();
    for (int start = 0; start < 2; start++) {
      TestFlow.runUntilIdle(flow(out.config(), errors(wide.name())));
      in.commit(group(), 0);
    }
    hasEach(out, 2);
    assertThat(wide.values()).hasSize(1);
    assertThat(narrow.values()).isEmpty();
  }

  private static String errors(String topic) {
    return "errors: {type: kafka, config: {brokers: [%s], topic: %s}}"
        .formatted(Topic.brokers(), topic);
  }

  @Test
  void withoutAnErrorSinkEachStartEndsAtTheSameRecordAndWritesNothing()
      throws InterruptedException {
    var one = new Topic(Servers.freshTopic(1));
    one.send("{\"n\":1}", "{\"n\":2}", "{\"n\":\"x\"}", "{\"n\":3}");
    var flow = flow(out.config(), "").replace("topic: " + in.name(), "topic: " + one.name());
    for (int start = 0; start < 3; start++) {
      assertThat(TestFlow.runUntilIdle(flow).failure().orElseThrow()).startsWith("sink:main: ");
      hasEach(out, 2);
    }
    out.run("ALTER TABLE " + out.name() + " ALTER n TYPE text");
    assertThat(TestFlow.runUntilIdle(flow).failure()).isEmpty();
    assertThat(out.count()).isEqualTo(4);
  }

  @Test
  void whatComesBeforeARefusedRecordOfARouteIsInEverySink() throws InterruptedException {
    var one = new Topic(Servers.freshTopic(1));
    one.send("{\"n\":300}", "{\"n\":1}", "{\"n\":2}", "{\"n\":400}", "{\"n\":3}");
    var high = TestTable.fresh("n int CONSTRAINT small CHECK (n < 400)");
    var flow =
        flow(out.config(), ROUTER.formatted(high.config()))
            .replace("topic: " + in.name(), "topic: " + one.name());
    for (int start = 0; start < 3; start++) {
      assertThat(TestFlow.runUntilIdle(flow).failure().orElseThrow()).startsWith("sink:route-0: ");
      hasEach(out, 2);
      hasEach(high, 1);
    }
    high.run("ALTER TABLE %s DROP CONSTRAINT small");
    assertThat(TestFlow.runUntilIdle(flow).failure()).isEmpty();
    hasEach(out, 3);
    hasEach(high, 2);
  }

  @Test
  void aTopicThatIsCreatedAgainIsReadFromItsBeginning() throws InterruptedException {
    sendRecords();
    TestFlow.runUntilIdle(flow(out.config(), ""));
    in.recreate(2);
    in.send("{\"n\":600}");
    TestFlow.runUntilIdle(flow(out.config(), ""));
    hasEach(out, RECORDS + 1);
  }
}
