package io.dataflow.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Several threads transform: what is written, and in which order, is the same.
class TransformWorkersTest {
  private static final int RECORDS = 20_000;
  private static final String STEPS =
      """
      transformations:
      - {type: mask, config: {fields: [card]}}
      - {type: filter, config: {condition: "$.id != 5"}}
      - {type: flatten, config: {field: items}}
      """;

  private final Topic in = Topic.fresh(1);

  private static String record(int i) {
    return i % 1000 == 17
        ? "no JSON " + i
        : "{\"id\":%d,\"n\":%d,\"card\":\"4111\",\"items\":[{\"a\":1},{\"a\":2}]}"
            .formatted(i % 10, i);
  }

  private List<String> run(Topic out, Topic errors, int workers) throws InterruptedException {
    var flow =
        TestFlow.runUntilIdle(
            """
            source: {type: kafka, config: {brokers: [%1$s], topic: %2$s, consumerGroup: g-%3$s}}
            sink: {type: kafka, config: {brokers: [%1$s], topic: %3$s}}
            errors: {type: kafka, config: {brokers: [%1$s], topic: %4$s}}
            transformWorkers: %5$d
            %6$s\
            """
                .formatted(Topic.brokers(), in.name(), out.name(), errors.name(), workers, STEPS));
    assertThat(flow.failure()).isEmpty();
    return out.values();
  }

  private static List<Thread> threads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().contains("transform"))
        .toList();
  }

  @Test
  void fourDoWhatOneDoesAndAreGoneWithTheFlow() throws InterruptedException {
    in.send(
        IntStream.range(0, RECORDS).mapToObj(TransformWorkersTest::record).toArray(String[]::new));
    var errorsOfOne = Topic.fresh(1);
    var errorsOfFour = Topic.fresh(1);
    var one = run(Topic.fresh(1), errorsOfOne, 1);
    var four = run(Topic.fresh(1), errorsOfFour, 4);
    assertThat(one).hasSize(2 * (RECORDS - RECORDS / 10 - RECORDS / 1000));
    assertThat(four).isEqualTo(one);
    assertThat(errorsOfFour.values()).hasSize(RECORDS / 1000).hasSameSizeAs(errorsOfOne.values());
    TestFlow.await(() -> threads().isEmpty());
  }
}
