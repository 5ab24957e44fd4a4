package io.dataflow.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

/// The Kafka sink's options in a flow that delivers effectively once.
class KafkaSinkOptionsOnceTest {
  private static final int RECORDS = 300;

  private final Topic in = Topic.fresh(1);
  private final Topic out = Topic.fresh(3);

  private String flow(String more) {
    return """
    source: {type: kafka, config: {brokers: [%1$s], topic: %2$s, consumerGroup: g-%2$s}}
    transformations: [{type: debeziumUnwrap}]
    sink:
      type: kafka
      config:
        brokers: [%1$s]
        topic: %3$s
        key: $.id
        headers: {origin: '${metadata.topic}/${metadata.offset}'}
        compression: zstd
        deleteAsTombstone: true
    delivery: effectivelyOnce
    %4$s
    """
        .formatted(Topic.brokers(), in.name(), out.name(), more);
  }

  private static String text(byte[] bytes) {
    return bytes == null ? "none" : new String(bytes, StandardCharsets.UTF_8);
  }

  private static String change(int i) {
    return i % 10 == 9
        ? "{\"payload\":{\"op\":\"d\",\"before\":{\"id\":%d,\"n\":%d},\"after\":null}}"
            .formatted(i % 10, i)
        : "{\"payload\":{\"op\":\"u\",\"after\":{\"id\":%d,\"n\":%d}}}".formatted(i % 10, i);
  }

  private static String expected(int i) {
    return i % 10 == 9 ? "none" : "{\"id\":%d,\"n\":%d}".formatted(i % 10, i);
  }

  private List<ConsumerRecord<byte[], byte[]>> written(int id) {
    return out.records().stream().filter(it -> text(it.key()).equals("" + id)).toList();
  }

  @Test
  void everyKeyHasItsRecordsInOrderAndOnce() throws InterruptedException {
    in.send(IntStream.range(0, RECORDS).mapToObj(i -> change(i)).toArray(String[]::new));
    assertThat(TestFlow.runUntilIdle(flow("")).failure()).isEmpty();
    assertThat(TestFlow.runUntilIdle(flow("")).failure()).isEmpty();
    assertThat(out.records()).hasSize(RECORDS);
    for (int id = 0; id < 10; id++) {
      int first = id;
      assertThat(written(id).stream().map(it -> text(it.value())))
          .containsExactlyElementsOf(
              IntStream.range(0, RECORDS / 10).mapToObj(i -> expected(10 * i + first)).toList());
      assertThat(written(id).stream().map(ConsumerRecord::partition).distinct()).hasSize(1);
    }
    assertThat(written(3).getFirst().headers().lastHeader("origin").value())
        .isEqualTo(Topic.bytes(in.name() + "/3"));
  }

  @Test
  void recordsWithoutTheKeyGoToTheErrorSink() throws InterruptedException {
    in.send("{\"id\":1}", "{\"n\":1}", "{\"n\":2}", "{\"id\":2}");
    var errors = Topic.fresh(1);
    var sink = "errors: {type: kafka, config: {brokers: [%s], topic: %s}}";
    var run = TestFlow.runUntilIdle(flow(sink.formatted(Topic.brokers(), errors.name())));
    assertThat(run.failure()).isEmpty();
    assertThat(out.records()).hasSize(2);
    assertThat(errors.values()).hasSize(2).allMatch(it -> it.contains("the record has no key"));
    assertThat(in.committed("g-" + in.name())).isEqualTo(4);
  }

  @Test
  void manyOfThemCostOneTransactionThatComesToNothing() throws InterruptedException {
    in.send(
        IntStream.range(0, RECORDS)
            .mapToObj(i -> (i % 2 == 0 ? "{\"id\":%d}" : "{\"n\":%d}").formatted(i))
            .toArray(String[]::new));
    var errors = Topic.fresh(1);
    var sink = "errors: {type: kafka, config: {brokers: [%s], topic: %s}}";
    var run = TestFlow.runUntilIdle(flow(sink.formatted(Topic.brokers(), errors.name())));
    assertThat(run.failure()).isEmpty();
    assertThat(out.records()).hasSize(RECORDS / 2);
    assertThat(errors.values()).hasSize(RECORDS / 2);
    // What a transaction that came to nothing has sent has its offsets all the same.
    assertThat(out.records()).allMatch(it -> it.offset() < RECORDS);
  }

  @Test
  void withoutAnErrorSinkTheFlowEndsThere() throws InterruptedException {
    in.send("{\"id\":1}", "{\"n\":1}", "{\"id\":2}");
    var run = TestFlow.runUntilIdle(flow(""));
    assertThat(run.failure().orElseThrow()).startsWith("sink:main: ").contains("has no key");
    assertThat(out.values()).containsExactly("{\"id\":1}");
    assertThat(in.committed("g-" + in.name())).isEqualTo(1);
  }
}
