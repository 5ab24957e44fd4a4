package io.dataflow.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

@Execution(ExecutionMode.CONCURRENT)
class KafkaToKafkaTest {
  private final Topic in = Topic.fresh(1);
  private final Topic out = Topic.fresh(1);

  private String flow(String more) {
    return """
    source: {type: kafka, config: {brokers: [%s], topic: %s, consumerGroup: g-%s}}
    sink: {type: kafka, config: {brokers: [%s], topic: %s}}
    %s
    """
        .formatted(Topic.brokers(), in.name(), in.name(), Topic.brokers(), out.name(), more);
  }

  @Test
  void aFlowWithoutStepsMovesBytes() throws InterruptedException {
    in.send("{\"a\": 1.00}", "not json", "");
    var run = TestFlow.runUntilIdle(flow(""));
    assertThat(run.failure()).isEmpty();
    assertThat(out.values()).containsExactly("{\"a\": 1.00}", "not json", "");
  }

  @Test
  void keysHeadersAndTombstonesArriveAsTheyWere() throws InterruptedException {
    var headers = new RecordHeaders().add("trace", Topic.bytes("r1")).add("none", null);
    byte[] key = {0, (byte) 0xFF};
    in.send(
        List.of(
            new ProducerRecord<>(in.name(), 0, key, Topic.bytes("{}"), headers),
            new ProducerRecord<>(
                in.name(), 0, (byte[]) null, Topic.bytes("[]"), new RecordHeaders()),
            new ProducerRecord<>(in.name(), 0, key, (byte[]) null, new RecordHeaders())));
    TestFlow.runUntilIdle(flow(""));
    var records = out.records();
    assertThat(records.get(0).key()).isEqualTo(key);
    assertThat(records.get(0).headers().toArray()).containsExactly(headers.toArray());
    assertThat(records.get(1).key()).isNull();
    assertThat(records.get(2).value()).isNull();
  }

  @Test
  void eachRouteGetsItsMessagesInOrder() throws InterruptedException {
    var errs = Topic.fresh(1);
    in.send("{\"l\":\"e\",\"n\":1}", "{\"n\":2}", "{\"l\":\"e\",\"n\":3}", "{\"n\":4}");
    var run =
        TestFlow.runUntilIdle(
            flow(
                """
                transformations:
                  - type: router
                    config:
                      routes:
                        - {condition: "$.l == 'e'", sink: {type: kafka, config: {brokers: [%s], topic: %s}}}
                """
                    .formatted(Topic.brokers(), errs.name())));
    assertThat(errs.values()).containsExactly("{\"l\":\"e\",\"n\":1}", "{\"l\":\"e\",\"n\":3}");
    assertThat(out.values()).containsExactly("{\"n\":2}", "{\"n\":4}");
    assertThat(run.counters().written()).containsEntry("route-0", 2L).containsEntry("main", 2L);
  }

  @Test
  void nothingIsWrittenBehindAPartOfABatchThatFailsForGood() throws InterruptedException {
    var table = TestTable.fresh("first boolean, n numeric");
    var spec =
        flow(
            """
            transformations:
              - type: router
                config: {routes: [{condition: $.first, sink: {type: postgresql, config: %s}}]}
            %s
            """
                .formatted(table.config(), errorsTo(Topic.fresh(1))));
    try (var run = TestFlow.start(spec)) {
      TestFlow.await(run::isReady);
      table.run("DROP TABLE " + table.name());
      in.send("{\"first\":true,\"n\":1}", "{\"n\":2}");
      assertThat(run.await()).isEqualTo(1);
      assertThat(run.failure().orElseThrow()).startsWith("sink:route-0 ");
    }
    assertThat(out.values()).isEmpty();
  }

  @Test
  void aBadRecordCostsItselfAndGoesToTheErrorSinkWithItsReason() throws InterruptedException {
    var narrow = Topic.ofSmallRecords(1000);
    var errors = Topic.fresh(1);
    in.send("{\"id\":1}", "{\"id\":2,\"x\":\"" + Topic.noise(4000) + "\"}", "{\"id\":3}");
    var run = TestFlow.runUntilIdle(narrowFlow(narrow, errorsTo(errors)));
    assertThat(run.failure()).isEmpty();
    assertThat(narrow.values()).containsExactly("{\"id\":1}", "{\"id\":3}");
    assertThat(errors.values()).hasSize(1);
    assertThat(errors.values().getFirst())
        .contains("\"stage\":\"sink:main\"", "\"original_sink\":\"kafka\"", "larger than the max")
        .contains("\"metadata\":{\"topic\":\"" + in.name() + "\",\"partition\":0,\"offset\":1")
        .contains("\"original_message\":{\"id\":2,");
    assertThat(run.counters().rejected()).isEqualTo(1);
  }

  @Test
  void withoutAnErrorSinkTheFlowStopsAtABadRecordAndSkipsNothing() throws InterruptedException {
    var narrow = Topic.ofSmallRecords(1000);
    in.send("{\"id\":2,\"x\":\"" + Topic.noise(4000) + "\"}");
    var run = TestFlow.runUntilIdle(narrowFlow(narrow, ""));
    assertThat(run.failure().orElseThrow())
        .startsWith("sink:main: ")
        .endsWith("correct the record or the flow, or add `spec.errors`.");
    var again = TestFlow.runUntilIdle(narrowFlow(narrow, errorsTo(out)));
    assertThat(again.counters().received()).isEqualTo(1);
    assertThat(out.values()).hasSize(1);
  }

  @Test
  void anErrorSinkThatTakesNoLongRecordGetsAsMuchAsItTakes() throws InterruptedException {
    var narrow = Topic.ofSmallRecords(1000);
    var wider = Topic.ofSmallRecords(3000);
    for (var errors : List.of(wider, narrow)) {
      in.send("{\"id\":2,\"x\":\"" + Topic.noise(4000) + "\"}", "{\"id\":3}");
      var run = TestFlow.runUntilIdle(narrowFlow(narrow, errorsTo(errors)));
      assertThat(run.failure()).isEmpty();
      assertThat(run.counters().acknowledged()).isEqualTo(2);
      assertThat(run.counters().written()).containsEntry("errors", 1L);
    }
    assertThat(wider.values())
        .singleElement()
        .asString()
        .contains("\"original_data\":\"{\\\"id\\\":2,", "\"original_truncated\":true")
        .hasSizeBetween(1024, 2000);
    assertThat(narrow.values())
        .hasSize(3)
        .anyMatch(
            envelope ->
                envelope.contains("\"original_data\":\"\",\"original_truncated\":true")
                    && envelope.contains("\"metadata\":{\"topic\":\"" + in.name()));
  }

  @Test
  void anErrorSinkThatTakesNothingStopsTheFlow() throws InterruptedException {
    var narrow = Topic.ofSmallRecords(1000);
    var closed = Topic.ofSmallRecords(100);
    in.send("{\"id\":2,\"x\":\"" + Topic.noise(4000) + "\"}");
    var run = TestFlow.runUntilIdle(narrowFlow(narrow, errorsTo(closed)));
    assertThat(run.failure().orElseThrow()).startsWith("sink:errors: ");
    assertThat(run.counters().acknowledged()).isZero();
  }

  private String narrowFlow(Topic narrow, String more) {
    return flow(more).replace("topic: " + out.name() + "}}\n", "topic: " + narrow.name() + "}}\n");
  }

  private static String errorsTo(Topic topic) {
    return "errors: {type: kafka, config: {brokers: [%s], topic: %s }}"
        .formatted(Topic.brokers(), topic.name());
  }

  @Test
  void aMissingTopicIsSaidInOneSentence() throws InterruptedException {
    var run = TestFlow.runUntilIdle(flow("").replace(in.name() + ",", "nowhere,"));
    assertThat(run.failure())
        .contains(
            "source kafka: topic `nowhere` does not exist. Create it, or correct `config.topic`.");
  }

  @Test
  void metricsHaveTheDocumentedNames() throws InterruptedException {
    in.send("{\"a\":1}");
    try (var run =
        TestFlow.start(flow("transformations: [{type: filter, config: {condition: $.b}}]"))) {
      TestFlow.await(() -> run.counters().acknowledged() == 1);
      assertThat(Http.get(run.port(), "/readyz")).isEqualTo("200 ready\n");
      assertThat(Http.get(run.port(), "/livez")).startsWith("200");
      assertThat(Http.get(run.port(), "/metrics"))
          .contains(
              "dataflow_messages_received_total{name=\"flow\",namespace=\"test\",source_type=\"kafka\"}"
                  + " 1.0",
              "dataflow_transformer_messages_in_total{",
              "dataflow_processing_duration_seconds_count{name=\"flow\",namespace=\"test\"} 1",
              "dataflow_connector_connection_status{");
    }
  }
}
