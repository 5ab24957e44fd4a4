package io.dataflow.runtime.contract.sink;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataflow.runtime.FlowRunner;
import io.dataflow.runtime.TestFlow;
import io.dataflow.runtime.TestTable;
import io.dataflow.runtime.Topic;
import io.dataflow.runtime.contract.Case;
import io.dataflow.runtime.contract.Records;
import io.dataflow.testbed.server.Await;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// The sink in a flow from a topic, as its user has it.
public interface SinkFlowContract extends SinkCases {

  private String flow(Topic from, SinkTarget to, String more) {
    return """
    source: {type: kafka, config: {brokers: [%s], topic: %s, consumerGroup: g-%s}}
    sink: {type: %s, config: {%s}}
    %s
    """
        .formatted(Topic.brokers(), from.name(), from.name(), sink().type(), to.config(), more);
  }

  private String errorsTo(SinkTarget target) {
    return "errors: {type: %s, config: {%s}}".formatted(sink().type(), target.config());
  }

  private FlowRunner run(Topic from, SinkTarget to, String more) throws InterruptedException {
    return TestFlow.runUntilIdle(flow(from, to, more));
  }

  private Topic topic(List<String> bodies) {
    var topic = Topic.fresh(1);
    topic.send(bodies.toArray(String[]::new));
    return topic;
  }

  private Topic poisoned() {
    return topic(
        IntStream.rangeClosed(1, 30)
            .mapToObj(id -> id == 20 ? sink().poison(0, id, Records.CANARY) : Records.body(id))
            .toList());
  }

  @Case(
      "a record at fault goes to the error sink once, whole, with reason and stage; the rest is"
          + " written")
  default void aRecordAtFaultGoesToTheErrorSink() throws InterruptedException {
    var target = sink().strict();
    var errors = sink().envelopes();
    var run = run(poisoned(), target, errorsTo(errors));
    assertThat(run.failure()).isEmpty();
    assertThat(run.counters().acknowledged()).isEqualTo(30);
    assertThat(target.ids())
        .isEqualTo(SinkCases.numbers(1, 30).stream().filter(id -> id != 20).toList());
    assertThat(errors.records()).hasSize(1);
    var envelope = errors.records().getFirst();
    assertThat(envelope.value("original_message").text()).contains(Records.CANARY);
    assertThat(envelope.value("error").text())
        .contains("sink:main", sink().type())
        .doesNotContain(Records.CANARY);
  }

  @Case(
      "without an error sink all before a record at fault is written, nothing behind it, also at"
          + " the next start")
  default void withoutAnErrorSinkTheFlowStopsRightBeforeTheRecord() throws InterruptedException {
    var target = sink().strict();
    var topic = poisoned();
    for (int start = 0; start < 3; start++) {
      var run = run(topic, target, "");
      assertThat(run.failure().orElseThrow())
          .startsWith("sink:main")
          .doesNotContain(Records.CANARY);
      assertThat(target.ids()).isEqualTo(SinkCases.numbers(1, 19));
    }
    assertThat(run(topic, target, errorsTo(sink().envelopes())).counters().received())
        .isEqualTo(11);
  }

  @Case("as an error sink it takes a record that is longer than what it can take, in a short form")
  default void asAnErrorSinkItTakesWhatIsTooLong() throws InterruptedException {
    var errors = sink().shortEnvelopes();
    var bodies = List.of("{\"a\":1}", "{\"a\":\"" + Records.noise(40_000) + "\"}", "{\"a\":3}");
    assertThat(rejecting(bodies, errors)).isEmpty();
    assertThat(errors.records())
        .hasSize(3)
        .allSatisfy(each -> assertThat(each.value("error").text()).contains("sink:main"));
  }

  @Case("as an error sink it takes every record: no JSON, empty, U+0000, no text at all, 4 MB")
  default void asAnErrorSinkItTakesEverything() throws InterruptedException {
    var strange =
        List.of(
            "no json",
            "",
            "[1,2]",
            "{\"a\":\"\\u0000\"}",
            "{\"a\":\"\\ud83d\"}",
            "\u0000\u0001",
            "{\"a\":\"" + Records.noise(4 << 20) + "\"}");
    var errors = sink().envelopes();
    assertThat(rejecting(strange, errors)).isEmpty();
    assertThat(errors.records()).hasSize(strange.size());
  }

  /// Why a flow has failed whose main sink refuses all these records.
  private Optional<String> rejecting(List<String> bodies, SinkTarget errors)
      throws InterruptedException {
    var topic = topic(bodies);
    var nothing = TestTable.fresh("id int");
    var run =
        TestFlow.runUntilIdle(
            """
            source: {type: kafka, config: {brokers: [%s], topic: %s, consumerGroup: g-%s}}
            sink: {type: postgresql, config: %s}
            %s
            """
                .formatted(
                    Topic.brokers(),
                    topic.name(),
                    topic.name(),
                    nothing.config(),
                    errorsTo(errors)));
    return run.failure();
  }

  @Case("a server that goes while a flow runs: the flow says so, waits, and loses nothing")
  default void aFlowWaitsForItsServer() {
    try (var place = sink().breakable()) {
      var topic = topic(IntStream.rangeClosed(1, 10).mapToObj(Records::body).toList());
      try (var run = TestFlow.start(flow(topic, place.target(), ""))) {
        TestFlow.await(() -> run.counters().acknowledged() == 10);
        place.server().takeDown();
        topic.send(IntStream.rangeClosed(11, 20).mapToObj(Records::body).toArray(String[]::new));
        Await.until("an attempt", Duration.ofMinutes(1), () -> place.server().refused() > 0);
        assertThat(run.counters().acknowledged()).isEqualTo(10);
        place.server().bringUp();
        TestFlow.await(() -> run.counters().acknowledged() == 20);
        assertThat(run.failure()).isEmpty();
      }
      assertThat(place.target().ids()).isEqualTo(SinkCases.numbers(1, 20));
    }
  }
}
