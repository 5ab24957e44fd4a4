package io.dataflow.runtime.contract.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataflow.runtime.TestFlow;
import io.dataflow.runtime.Topic;
import io.dataflow.runtime.contract.Case;
import io.dataflow.runtime.contract.StoredRecord;
import java.util.List;

/// The source in a flow into a topic, as its user has it.
public interface SourceFlowContract extends SourceCases {

  private String flow(SourceOrigin from, Topic to, String more) {
    return """
    source: {type: %s, config: {%s}}
    sink: {type: kafka, config: {brokers: [%s], topic: %s}}
    %s
    """
        .formatted(source().type(), from.config(), Topic.brokers(), to.name(), more);
  }

  private static List<Integer> ids(Topic topic) {
    return topic.records().stream().map(record -> new StoredRecord(record.value()).id()).toList();
  }

  @Case("a flow that runs until its source is idle has all of it, in order")
  default void aFlowReadsToTheEnd() throws InterruptedException {
    var origin = source().origin(PLAIN);
    origin.addNumbered(1, 12_000);
    var topic = Topic.fresh(1);
    var run = TestFlow.runUntilIdle(flow(origin, topic, ""));
    assertThat(run.failure()).isEmpty();
    assertThat(run.counters().acknowledged()).isEqualTo(12_000);
    assertThat(ids(topic)).isEqualTo(SourceCases.numbers(1, 12_000));
  }

  @Case("steps see the fields of its records")
  default void stepsSeeItsFields() throws InterruptedException {
    var origin = source().origin(PLAIN);
    origin.addNumbered(1, 20);
    var topic = Topic.fresh(1);
    var run =
        TestFlow.runUntilIdle(
            flow(
                origin,
                topic,
                """
                transformations:
                  - {type: filter, config: {condition: "$.id > 10 && $.note != 'n15'"}}
                  - {type: select, config: {fields: [id]}}
                """));
    assertThat(run.failure()).isEmpty();
    assertThat(ids(topic))
        .isEqualTo(SourceCases.numbers(11, 20).stream().filter(id -> id != 15).toList());
    assertThat(topic.values().getFirst()).isEqualTo("{\"id\":11}");
  }

  @Case("a flow whose server goes says that it is not ready, waits, and loses nothing")
  default void aFlowWaitsForItsServer() {
    try (var place = source().breakable()) {
      place.origin().addNumbered(1, 10);
      var topic = Topic.fresh(1);
      try (var run = TestFlow.start(flow(place.origin(), topic, ""))) {
        TestFlow.await(() -> run.counters().acknowledged() == 10);
        place.server().takeDown();
        TestFlow.await(() -> run.troubles().containsKey("source"));
        assertThat(run.isReady()).isFalse();
        place.origin().addNumbered(11, 20);
        place.server().bringUp();
        TestFlow.await(() -> run.counters().acknowledged() == 20);
        TestFlow.await(run::isReady);
        assertThat(run.failure()).isEmpty();
      }
      assertThat(ids(topic)).isEqualTo(SourceCases.numbers(1, 20));
    }
  }
}
