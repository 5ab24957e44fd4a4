package io.dataflow.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// A flow without an error sink ends at a record that one of its sinks refuses: everything before
/// it is written once in every sink, however often the flow is started, and nothing behind it in
/// any.
@Execution(ExecutionMode.CONCURRENT)
class StoppedAtSinkTest {
  private static final int RECORDS = 1000;
  private static final int STARTS = 2;
  private static final String ONCE = "delivery: effectivelyOnce";

  /// First and last of the batch, in the middle, and first and last of what one sink gets at once.
  private static Stream<Arguments> pairsAndCulprits() {
    return Stream.of(
            cases("table, table", 0, 7, 13, 14, 500, 993, 999),
            cases("topic, table", 0, 14, 500, 999),
            cases("table, topic", 0, 14, 500, 999))
        .flatMap(each -> each);
  }

  private static Stream<Arguments> cases(String sinks, int... culprits) {
    return IntStream.of(culprits).mapToObj(culprit -> Arguments.of(sinks, culprit));
  }

  private static RoutedFlow flow(String sinks) {
    return RoutedFlow.to(
        Stream.of(sinks.split(", "))
            .map(kind -> kind.equals("table") ? NumberedSink.table() : NumberedSink.topic())
            .toList());
  }

  @ParameterizedTest
  @MethodSource("pairsAndCulprits")
  void everythingBeforeItIsWrittenOnceInEverySinkAndNothingBehindIt(String sinks, int culprit)
      throws InterruptedException {
    var flow = flow(sinks);
    flow.send(RECORDS, List.of(culprit));
    for (int start = 0; start < STARTS; start++) {
      var run = TestFlow.runUntilIdle(flow.spec(""));
      assertThat(run.failure().orElseThrow()).startsWith(flow.stage(culprit) + ": ");
      assertThat(run.counters().acknowledged()).isEqualTo(start == 0 ? culprit : 0);
      assertThat(flow.held()).isEqualTo(flow.before(culprit));
      assertThat(flow.position()).isEqualTo(culprit);
    }
  }

  @ParameterizedTest
  @CsvSource({"400, 407", "13, 14", "0, 999"})
  void ofTwoCulpritsTheFirstEndsTheFlowAndThenTheSecond(int one, int other)
      throws InterruptedException {
    var flow = flow("table, table, table");
    flow.send(RECORDS, List.of(one, other));
    for (int culprit : new int[] {Math.min(one, other), Math.max(one, other)}) {
      for (int start = 0; start < STARTS; start++) {
        var run = TestFlow.runUntilIdle(flow.spec(""));
        assertThat(run.failure().orElseThrow()).startsWith(flow.stage(culprit) + ": ");
        assertThat(flow.held()).isEqualTo(flow.before(culprit));
        assertThat(flow.position()).isEqualTo(culprit);
      }
      flow.sinks().get(flow.way(culprit)).takeAll();
    }
    assertThat(TestFlow.runUntilIdle(flow.spec("")).failure()).isEmpty();
    assertThat(flow.held()).isEqualTo(flow.before(RECORDS));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 13, 14, 21, 993, 999})
  void effectivelyOnceItLeavesNoGapInAnySinkAndRepeatsNothing(int culprit)
      throws InterruptedException {
    var flow = flow("table, table, table");
    flow.send(RECORDS, List.of(culprit));
    var held = stops(flow, culprit, ONCE);
    for (int way = 0; way < held.size(); way++) {
      assertThat(held.get(way)).containsAll(flow.before(culprit).get(way));
    }
    assertThat(stops(flow, culprit, ONCE)).isEqualTo(held);
    flow.sinks().get(flow.way(culprit)).takeAll();
    assertThat(TestFlow.runUntilIdle(flow.spec(ONCE)).failure()).isEmpty();
    assertThat(flow.held()).isEqualTo(flow.before(RECORDS));
  }

  @ParameterizedTest
  @CsvSource({"13, 14", "994, 993", "993, 200"})
  void effectivelyOnceTheFirstOfTwoCulpritsEndsTheFlow(int one, int other)
      throws InterruptedException {
    var flow = flow("table, table, table");
    flow.send(RECORDS, List.of(one, other));
    for (int culprit : new int[] {Math.min(one, other), Math.max(one, other)}) {
      assertThat(stops(flow, culprit, ONCE)).isEqualTo(stops(flow, culprit, ONCE));
      flow.sinks().get(flow.way(culprit)).takeAll();
    }
    assertThat(TestFlow.runUntilIdle(flow.spec(ONCE)).failure()).isEmpty();
    assertThat(flow.held()).isEqualTo(flow.before(RECORDS));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ONCE})
  void aRecordBehindItThatAStepRejectsIsNotYetReached(String delivery) throws InterruptedException {
    var flow = flow("table, table");
    flow.send(100, List.of(20));
    flow.in().send("not json");
    stops(flow, 20, delivery);
    flow.sinks().get(flow.way(20)).takeAll();
    for (int start = 0; start < STARTS; start++) {
      var run = TestFlow.runUntilIdle(flow.spec(delivery));
      assertThat(run.failure().orElseThrow()).startsWith("2:remove: ");
      assertThat(flow.held()).isEqualTo(flow.before(100));
      assertThat(flow.position()).isEqualTo(100);
    }
  }

  @ParameterizedTest
  @CsvSource({"'', 21", "'', 13", ONCE + ", 21", ONCE + ", 13"})
  void aPolicyThatLetsNothingPassStopsThereToo(String delivery, int culprit)
      throws InterruptedException {
    var flow = flow("table, table, table");
    var errors = Topic.fresh(1);
    var policy =
        "errors: {type: kafka, ackPolicy: never, config: {brokers: [%s], topic: %s}}\n"
            .formatted(Topic.brokers(), errors.name());
    flow.send(RECORDS, List.of(culprit));
    for (int start = 1; start <= STARTS; start++) {
      var run = TestFlow.runUntilIdle(flow.spec(policy + delivery));
      assertThat(run.failure().orElseThrow()).startsWith("spec.errors.ackPolicy: ");
      assertThat(flow.position()).isEqualTo(culprit);
      assertThat(errors.values()).hasSize(start);
    }
    flow.sinks().get(flow.way(culprit)).takeAll();
    assertThat(TestFlow.runUntilIdle(flow.spec(policy + delivery)).failure()).isEmpty();
    assertThat(flow.held()).isEqualTo(flow.before(RECORDS));
  }

  /// Runs the flow to its end at the culprit; what is in its sinks then.
  private static List<List<Integer>> stops(RoutedFlow flow, int culprit, String more)
      throws InterruptedException {
    var run = TestFlow.runUntilIdle(flow.spec(more));
    assertThat(run.failure().orElseThrow()).startsWith(flow.stage(culprit) + ": ");
    assertThat(flow.position()).isEqualTo(culprit);
    return flow.held();
  }
}
