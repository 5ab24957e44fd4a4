package io.dataflow.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dataflow.api.connector.KafkaSink;
import io.dataflow.runtime.connector.FlowException;
import io.dataflow.runtime.connector.Mark;
import io.dataflow.runtime.connector.SinkContext;
import io.dataflow.runtime.kafka.sink.KafkaWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;

/// From topic to topic, each record once for whoever reads what is committed.
class KafkaToKafkaOnceTest {
  private static final int RECORDS = 600;
  private static final String BAD = "{\"x\":\"" + Topic.noise(4000) + "\"}";

  private final Topic in = Topic.fresh(1);
  private final Topic out = Topic.fresh(1);

  private String flow(Topic sink, String more) {
    return """
    source: {type: kafka, config: {brokers: [%s], topic: %s, consumerGroup: g-%s}}
    sink: {type: kafka, config: {brokers: [%s], topic: %s}}
    delivery: effectivelyOnce
    %s
    """
        .formatted(Topic.brokers(), in.name(), in.name(), Topic.brokers(), sink.name(), more);
  }

  private static List<String> numbers(int from, int to) {
    return IntStream.range(from, to).mapToObj("{\"n\":%d}"::formatted).toList();
  }

  private void send(int from, int to) {
    in.send(numbers(from, to).toArray(String[]::new));
  }

  @Test
  void theOffsetsAreCommittedWithTheRecords() throws InterruptedException {
    send(0, RECORDS);
    assertThat(TestFlow.runUntilIdle(flow(out, "")).failure()).isEmpty();
    assertThat(in.committed("g-" + in.name())).isEqualTo(RECORDS);
    send(RECORDS, RECORDS + 10);
    TestFlow.runUntilIdle(flow(out, ""));
    assertThat(out.values()).containsExactlyElementsOf(numbers(0, RECORDS + 10));
  }

  @Test
  void recordsThatAFilterDropsArePassedToo() throws InterruptedException {
    send(0, 10);
    TestFlow.runUntilIdle(
        flow(out, "transformations: [{type: filter, config: {condition: $.n > 100}}]"));
    assertThat(out.values()).isEmpty();
    assertThat(in.committed("g-" + in.name())).isEqualTo(10);
  }

  @Test
  void whatAKilledProcessorHasLeftOpenIsTakenBack() throws InterruptedException {
    send(0, RECORDS);
    try (var killed = producer("dataflow-test/flow-sink:main")) {
      killed.initTransactions();
      killed.beginTransaction();
      killed.send(new ProducerRecord<>(out.name(), Topic.bytes("open")));
      killed.flush();
      assertThat(TestFlow.runUntilIdle(flow(out, "")).failure()).isEmpty();
    }
    assertThat(out.values()).containsExactlyElementsOf(numbers(0, RECORDS));
  }

  private static KafkaProducer<byte[], byte[]> producer(String id) {
    var properties =
        Map.<String, Object>of("bootstrap.servers", Topic.brokers(), "transactional.id", id);
    return new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer());
  }

  @Test
  void aProcessorWhosePlaceIsAnothersWritesNothing() throws Exception {
    send(0, RECORDS);
    try (var run = TestFlow.start(flow(out, ""))) {
      TestFlow.await(() -> run.counters().acknowledged() == RECORDS);
      var spec = TestFlow.spec(flow(out, ""));
      var around = new SinkContext("test/flow", spec, "sink:main");
      try (var other = new KafkaWriter((KafkaSink) spec.sink(), around)) {
        other.open();
        in.send("{\"n\":600}");
        TestFlow.await(() -> run.failure().isPresent());
        assertThat(run.failure().orElseThrow())
            .startsWith("sink:main kafka: another processor of this flow has taken over");
      }
    }
    assertThat(out.values()).containsExactlyElementsOf(numbers(0, RECORDS));
    TestFlow.runUntilIdle(flow(out, ""));
    assertThat(out.values()).containsExactlyElementsOf(numbers(0, RECORDS + 1));
  }

  @Test
  void refusedRecordsGoToTheErrorSinkAndTheOthersComeOnce() throws InterruptedException {
    var narrow = Topic.ofSmallRecords(1000);
    in.send("{\"n\":0}", BAD, "{\"n\":1}", BAD, "{\"n\":2}");
    var errors = "errors: {type: kafka, config: {brokers: [%s], topic: %s}}";
    var run = TestFlow.runUntilIdle(flow(narrow, errors.formatted(Topic.brokers(), out.name())));
    assertThat(run.failure()).isEmpty();
    assertThat(narrow.values()).containsExactlyElementsOf(numbers(0, 3));
    assertThat(out.values()).hasSize(2);
    assertThat(in.committed("g-" + in.name())).isEqualTo(5);
  }

  @Test
  void withoutAnErrorSinkEachStartEndsAtTheSameRecordAndWritesNothing()
      throws InterruptedException {
    var narrow = Topic.ofSmallRecords(1000);
    send(0, 100);
    in.send(BAD, "{\"n\":100}");
    for (int start = 0; start < 3; start++) {
      var run = TestFlow.runUntilIdle(flow(narrow, ""));
      assertThat(run.failure().orElseThrow()).startsWith("sink:main: ");
      assertThat(narrow.values()).containsExactlyElementsOf(numbers(0, 100));
      assertThat(in.committed("g-" + in.name())).isEqualTo(100);
    }
  }

  @Test
  void onlyThePositionOfATopicCanBeStored() throws Exception {
    var spec = TestFlow.spec(flow(out, ""));
    var around = new SinkContext("test/other", spec, "sink:main");
    try (var writer = new KafkaWriter((KafkaSink) spec.sink(), around)) {
      writer.open();
      assertThatThrownBy(() -> writer.write(new ArrayList<>(), new ArrayList<>(), Mark.none()))
          .isInstanceOf(FlowException.class);
    }
  }
}
