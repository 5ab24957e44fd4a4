package io.dataflow.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

/// A flow that ends at a record which a step cannot work on: everything before it is written once,
/// however often the flow is started, and nothing behind it.
class StoppedAtStepTest {
  private static final int RECORDS = 1000;
  private static final int POISON = 800;
  private static final String STEP =
      "{type: timestamp, config: {fieldName: seen.at, format: '2006'}}";

  private final Topic in = Topic.fresh(1);
  private final Topic out = Topic.fresh(1);
  private final Topic errors = Topic.fresh(1);

  private String flow(Topic from, String steps, String more) {
    return """
    source: {type: kafka, config: {brokers: [%s], topic: %s, consumerGroup: g-%s}}
    transformations: [%s]
    sink: {type: kafka, config: {brokers: [%s], topic: %s}}
    %s
    """
        .formatted(
            Topic.brokers(), from.name(), from.name(), steps, Topic.brokers(), out.name(), more);
  }

  private String errors(String policy) {
    return "errors: {type: kafka, ackPolicy: %s, config: {brokers: [%s], topic: %s}}"
        .formatted(policy, Topic.brokers(), errors.name());
  }

  private static String body(int id) {
    return id == POISON
        ? "{\"id\":" + id + ",\"seen\":\"secret\"}"
        : "{\"id\":" + id + ",\"odd\":" + (id % 2 == 1) + "}";
  }

  private static List<Integer> ids(Topic topic) {
    return topic.values().stream()
        .map(value -> Integer.valueOf(value.replaceAll("\\{\"id\":(\\d+).*", "$1")))
        .toList();
  }

  private void send() {
    in.send(IntStream.range(0, RECORDS).mapToObj(StoppedAtStepTest::body).toArray(String[]::new));
  }

  private void assertStopsEveryTime(String flow, String reason) throws InterruptedException {
    for (int start = 0; start < 3; start++) {
      var run = TestFlow.runUntilIdle(flow);
      assertThat(run.failure().orElseThrow()).contains(reason).doesNotContain("secret");
      assertThat(run.counters().acknowledged()).isEqualTo(start == 0 ? POISON : 0);
    }
  }

  @Test
  void everythingBeforeItIsWrittenOnceAndNothingBehindIt() throws InterruptedException {
    send();
    assertStopsEveryTime(flow(in, STEP, ""), "1:timestamp: ");
    assertThat(ids(out)).containsExactlyElementsOf(IntStream.range(0, POISON).boxed().toList());
    var mended = TestFlow.runUntilIdle(flow(in, STEP, errors("afterWrite")));
    assertThat(mended.failure()).isEmpty();
    assertThat(mended.counters().received()).isEqualTo(RECORDS - POISON);
    assertThat(ids(out)).hasSize(RECORDS - 1).doesNotContain(POISON).doesNotHaveDuplicates();
  }

  @Test
  void noRouteRunsAheadOfIt() throws InterruptedException {
    var odd = Topic.fresh(1);
    var router =
        "{type: router, config: {routes: [{condition: $.odd, sink: {type: kafka, config:"
            + " {brokers: ['%s'], topic: %s}}}]}}".formatted(Topic.brokers(), odd.name());
    send();
    assertStopsEveryTime(flow(in, router + ", " + STEP, ""), "2:timestamp: ");
    assertThat(Stream.concat(ids(out).stream(), ids(odd).stream()).sorted())
        .containsExactlyElementsOf(IntStream.range(0, POISON).boxed().toList());
  }

  @Test
  void aPolicyThatLetsNothingPassWritesItToTheErrorSinkAtEachStart() throws InterruptedException {
    send();
    for (var policy : List.of("never", "afterMainSinkSuccess", "never")) {
      var run = TestFlow.runUntilIdle(flow(in, STEP, errors(policy)));
      assertThat(run.failure().orElseThrow()).contains("spec.errors.ackPolicy: ");
    }
    assertThat(ids(out)).containsExactlyElementsOf(IntStream.range(0, POISON).boxed().toList());
    assertThat(errors.values()).hasSize(3).allMatch(text -> text.contains("\"id\":800"));
  }

  @Test
  void eachPartitionIsPassedAsFarAsItIsWritten() throws InterruptedException {
    var shared = Topic.fresh(3);
    shared.send(
        IntStream.range(0, RECORDS)
            .mapToObj(
                id ->
                    new ProducerRecord<>(
                        shared.name(), id % 3, (byte[]) null, Topic.bytes(body(id))))
            .toList());
    for (int start = 0; start < 3; start++) {
      var run = TestFlow.runUntilIdle(flow(shared, STEP, ""));
      assertThat(run.failure().orElseThrow()).contains("1:timestamp: ");
    }
    assertThat(ids(out)).doesNotHaveDuplicates().doesNotContain(POISON);
    var mended = TestFlow.runUntilIdle(flow(shared, STEP, errors("afterWrite")));
    assertThat(mended.failure()).isEmpty();
    assertThat(ids(out)).hasSize(RECORDS - 1).doesNotHaveDuplicates();
  }
}
