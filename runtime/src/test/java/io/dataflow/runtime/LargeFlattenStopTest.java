package io.dataflow.runtime;

import static io.dataflow.runtime.LargeRecords.BAD;
import static io.dataflow.runtime.LargeRecords.CAST;
import static io.dataflow.runtime.LargeRecords.CHILDREN;
import static io.dataflow.runtime.LargeRecords.FLATTEN;
import static io.dataflow.runtime.LargeRecords.all;
import static io.dataflow.runtime.LargeRecords.children;
import static io.dataflow.runtime.LargeRecords.kafka;
import static io.dataflow.runtime.LargeRecords.numbers;
import static io.dataflow.runtime.LargeRecords.parent;
import static io.dataflow.runtime.LargeRecords.written;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Flows that end within what a record has become: nothing is passed, nothing is written twice.
class LargeFlattenStopTest {
  private final LargeRecords large = LargeRecords.fresh();

  @ParameterizedTest
  @CsvSource({"atLeastOnce", "effectivelyOnce"})
  void withoutAnErrorSinkNothingOfTheRecordIsWritten(String delivery) throws InterruptedException {
    large.in().send(parent(0, 3, 3), parent(1, CHILDREN, BAD), parent(2, 3, 3));
    var flow = large.flow(kafka(large.out()), FLATTEN + ", " + CAST, "delivery: " + delivery);
    for (int start = 0; start < 3; start++) {
      var run = TestFlow.runUntilIdle(flow);
      assertThat(run.failure().orElseThrow()).startsWith("2:cast: ");
      assertThat(run.counters().acknowledged()).isEqualTo(start == 0 ? 1 : 0);
      assertThat(written(large.out())).containsExactlyElementsOf(children(0, 3, 3));
      assertThat(large.committed()).isEqualTo(1);
    }
    var mended = TestFlow.runUntilIdle(flow + large.withErrors());
    assertThat(mended.failure()).isEmpty();
    assertThat(written(large.out()))
        .isEqualTo(all(children(0, 3, 3), children(1, CHILDREN, BAD), children(2, 3, 3)));
  }

  @ParameterizedTest
  @CsvSource({"atLeastOnce", "effectivelyOnce"})
  void withoutAnErrorSinkWhatIsSoundIsWrittenAndPassed(String delivery)
      throws InterruptedException {
    large.in().send(parent(0, 3, 3), parent(1, CHILDREN, -1), parent(2, 3, 3));
    var run =
        TestFlow.runUntilIdle(
            large.flow(kafka(large.out()), FLATTEN + ", " + CAST, "delivery: " + delivery));
    assertThat(run.failure()).isEmpty();
    assertThat(run.counters().acknowledged()).isEqualTo(3);
    assertThat(run.counters().written()).containsEntry("main", CHILDREN + 6L);
    assertThat(written(large.out()))
        .isEqualTo(all(children(0, 3, 3), children(1, CHILDREN, -1), children(2, 3, 3)));
    assertThat(large.committed()).isEqualTo(3);
  }

  @ParameterizedTest
  @CsvSource({"50000, 45678", "3, 2"})
  void whatASinkRefusesIsNotPassedAndItsSiblingsAreNotWrittenTwice(int children, int bad)
      throws InterruptedException {
    var table = TestTable.fresh("p int, l int CHECK (p <> 1 OR l <> %d)".formatted(bad));
    large.in().send(parent(0, 3, 3), parent(1, children, -1), parent(2, 3, 3));
    var flow =
        large.flow(
            "{type: postgresql, config: %s}".formatted(table.config()),
            FLATTEN + ", {type: remove, config: {fields: [beside]}}",
            "delivery: effectivelyOnce\npositionsTable: %s_at\n".formatted(table.name()));
    for (int start = 0; start < 3; start++) {
      var run = TestFlow.runUntilIdle(flow);
      assertThat(run.failure().orElseThrow()).startsWith("sink:main: ");
      assertThat(written(table)).containsExactlyElementsOf(children(0, 3, 3));
    }
    var mended = TestFlow.runUntilIdle(flow + large.withErrors());
    assertThat(mended.failure()).isEmpty();
    assertThat(table.count()).isEqualTo(children + 5);
    assertThat(table.column("count(DISTINCT (p, l))")).containsExactly(children + 5 + "");
    assertThat(large.errors().values()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({"50000", "3"})
  void whatATopicRefusesIsNotPassedAndItsSiblingsAreNotWrittenTwice(int children)
      throws InterruptedException {
    var narrow = Topic.ofSmallRecords(2000);
    var last = parent(1, children, -1).replace("],", ",\"" + Topic.noise(4000) + "\"],");
    large.in().send(parent(0, 3, 3), last, parent(2, 3, 3));
    var flow = large.flow(kafka(narrow), FLATTEN, "delivery: effectivelyOnce\n");
    for (int start = 0; start < 3; start++) {
      var run = TestFlow.runUntilIdle(flow);
      assertThat(run.failure().orElseThrow()).startsWith("sink:main: ");
      assertThat(written(narrow)).containsExactlyElementsOf(children(0, 3, 3));
      assertThat(large.committed()).isEqualTo(1);
    }
    var mended = TestFlow.runUntilIdle(flow + large.withErrors());
    assertThat(mended.failure()).isEmpty();
    assertThat(written(narrow))
        .isEqualTo(all(children(0, 3, 3), children(1, children, -1), children(2, 3, 3)));
    assertThat(large.errors().values()).hasSize(1);
  }

  @Test
  void aStopDoesNotWaitForAllOfIt() {
    large.in().send("{\"l\":[%1$s],\"k\":[%1$s]}".formatted(numbers(30_000)));
    var steps =
        "{type: flatten, config: {field: l}}, {type: flatten, config: {field: k}},"
            + " {type: filter, config: {condition: $.l == 99999}}";
    var run =
        TestFlow.start(
            large.flow(
                kafka(large.out()),
                steps,
                "terminationGracePeriodSeconds: 3\n" + large.withErrors()));
    TestFlow.await(() -> run.counters().dropped() > CHILDREN);
    run.close();
    // 900 million messages would take many minutes.
    TestFlow.await(this::nobodyReads);
    assertThat(run.counters().dropped()).isLessThan(900_000_000);
    assertThat(run.counters().acknowledged()).isZero();
    assertThat(large.committed()).isZero();
  }

  private boolean nobodyReads() {
    return Thread.getAllStackTraces().keySet().stream()
        .noneMatch(
            thread ->
                thread.getName().contains("KafkaConsumer[" + large.in().name())
                    || thread.getName().contains("kafka-reader-" + large.in().name()));
  }
}
