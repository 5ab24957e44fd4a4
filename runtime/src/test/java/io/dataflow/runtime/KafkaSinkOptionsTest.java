package io.dataflow.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataflow.api.connector.KafkaSink;
import io.dataflow.api.message.Header;
import io.dataflow.api.message.Message;
import io.dataflow.api.message.Metadata;
import io.dataflow.runtime.connector.Delivery;
import io.dataflow.runtime.connector.Mark;
import io.dataflow.runtime.connector.Rejected;
import io.dataflow.runtime.connector.SinkContext;
import io.dataflow.runtime.connector.UnavailableException;
import io.dataflow.runtime.kafka.sink.KafkaWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What the options of the Kafka sink write, read back by a consumer.
class KafkaSinkOptionsTest {
  private final List<Rejected> rejected = new ArrayList<>();

  private void write(Topic topic, String options, String stage, Message... messages)
      throws UnavailableException {
    var sink =
        "{type: kafka, config: {brokers: ['%s'], topic: %s, %s}}"
            .formatted(Topic.brokers(), topic.name(), options);
    var spec =
        TestFlow.spec(
            """
            source: {type: kafka, config: {brokers: [b], topic: in}}
            sink: %s
            errors: {type: kafka, config: {brokers: [b], topic: e}}
            """
                .formatted(sink));
    var pending = new ArrayList<>(List.of(messages));
    try (var writer =
        new KafkaWriter((KafkaSink) spec.sink(), new SinkContext("n/f", spec, stage))) {
      writer.open();
      writer.write(pending, rejected, Mark.none());
    }
    assertThat(pending).isEmpty();
  }

  private List<ConsumerRecord<byte[], byte[]>> written(String options, Message... messages)
      throws UnavailableException {
    var topic = Topic.fresh(1);
    write(topic, options, "sink:main", messages);
    return topic.records();
  }

  private static Message message(String body, Object... metadata) {
    var entries = new java.util.LinkedHashMap<String, Object>();
    for (int i = 0; i < metadata.length; i += 2) {
      entries.put(metadata[i].toString(), metadata[i + 1]);
    }
    return new Message(body == null ? null : Topic.bytes(body), Metadata.of(entries));
  }

  private static List<String> keys(List<ConsumerRecord<byte[], byte[]>> records) {
    return records.stream().map(ConsumerRecord::key).map(KafkaSinkOptionsTest::text).toList();
  }

  private static String text(byte[] bytes) {
    return bytes == null ? "none" : new String(bytes, java.nio.charset.StandardCharsets.UTF_8);
  }

  @Test
  void theKeyIsWhatItsPathLeadsTo() throws Exception {
    var records =
        written(
            "key: a.b",
            message("{\"a\":{\"b\":\"x\\u00e9\"}}", "key", "old"),
            message("{\"a\":{\"b\":12345678901234567890.10}}"),
            message("{\"a\":{\"b\":{\"c\":1}}}"),
            message("{\"a\":{\"b\":\"\"}}"));
    assertThat(keys(records))
        .containsExactly("x\u00e9", "12345678901234567890.10", "{\"c\":1}", "");
  }

  @Test
  void theKeyOfATemplateIsFilledIn() throws Exception {
    var records = written("key: '${metadata.key}/${$.id}!'", message("{\"id\":7}", "key", "k"));
    assertThat(keys(records)).containsExactly("k/7!");
  }

  @Test
  void aRecordWhoseKeyIsMissingCostsItself() throws Exception {
    var records =
        written(
            "key: $.id",
            message("{\"id\":1}"),
            message("{\"id\":null}", "key", "k"),
            message("secret"),
            message(null, "key", "k"),
            message("{\"id\":2}"));
    assertThat(keys(records)).containsExactly("1", "2");
    assertThat(rejected)
        .extracting(Rejected::reason)
        .hasSize(3)
        .allSatisfy(
            reason ->
                assertThat(reason)
                    .startsWith("the record has no key: what `key` (`$.id`) is made of is missing")
                    .doesNotContain("secret"));
  }

  @Test
  void theErrorSinkKeepsARecordWithoutTheKey() throws Exception {
    var topic = Topic.fresh(1);
    var letter = message("{\"error\":{}}", "key", "k", "operation", "delete");
    write(topic, "key: $.id, deleteAsTombstone: true", Delivery.ERRORS, letter);
    assertThat(keys(topic.records())).containsExactly("k");
    assertThat(topic.values()).containsExactly("{\"error\":{}}");
  }

  @Test
  void headersAreAddedAndReplaced() throws Exception {
    var record =
        written(
                "headers: {tenant: $.t, origin: 'from ${metadata.topic}', none: $.x, kind: order}",
                new Message(Topic.bytes("{\"t\":3}"), new WithHeaders()))
            .getFirst();
    assertThat(Arrays.stream(record.headers().toArray()).map(h -> h.key() + "=" + text(h.value())))
        .containsExactlyInAnyOrder("trace=1", "tenant=3", "origin=from in", "kind=order");
  }

  @Test
  void deletesAndEmptyBodiesBecomeTombstonesByOption() throws Exception {
    Message[] messages = {
      message("{\"id\":1}", "key", "a", "operation", "delete"),
      message("{\"id\":1}", "key", "a", "operation", "update"),
      message("", "key", "a"),
      message(null, "key", "a")
    };
    assertThat(values(written("compression: lz4", messages)))
        .containsExactly("{\"id\":1}", "{\"id\":1}", "", "none");
    assertThat(values(written("deleteAsTombstone: true", messages)))
        .containsExactly("none", "{\"id\":1}", "", "none");
    assertThat(values(written("emptyAsTombstone: true", messages)))
        .containsExactly("{\"id\":1}", "{\"id\":1}", "none", "none");
  }

  @Test
  void theKeyOfATombstoneIsTakenFromTheBodyThatItLoses() throws Exception {
    var records =
        written("key: $.id, deleteAsTombstone: true", message("{\"id\":1}", "operation", "delete"));
    assertThat(keys(records)).containsExactly("1");
    assertThat(values(records)).containsExactly("none");
  }

  @Test
  void aDeleteWithoutAKeyIsRejected() throws Exception {
    assertThat(written("deleteAsTombstone: true", message("{}", "operation", "delete"))).isEmpty();
    assertThat(rejected)
        .extracting(Rejected::reason)
        .containsExactly(
            "the record deletes and has no key, so nobody would know what is gone. Name its key in"
                + " `key`.");
  }

  private static List<String> values(List<ConsumerRecord<byte[], byte[]>> records) {
    return records.stream().map(ConsumerRecord::value).map(KafkaSinkOptionsTest::text).toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {"none", "gzip", "snappy", "lz4", "zstd"})
  void aBatchIsCompressedAsSaid(String compression) throws Exception {
    var topic = Topic.with(Map.of("compression.type", "producer"));
    write(topic, "compression: " + compression, "sink:main", message("a".repeat(2000)));
    assertThat(LogFile.compressions(topic.name())).containsOnly(compression);
  }

  @Test
  void thePartitionIsThatOfKafkasOwnPartitioner() throws Exception {
    var topic = Topic.fresh(5);
    write(topic, "key: $.id", "sink:main", numbered());
    assertThat(topic.records())
        .hasSize(40)
        .allSatisfy(
            record ->
                assertThat(record.partition())
                    .isEqualTo(BuiltInPartitioner.partitionForKey(record.key(), 5)));
  }

  @Test
  void stickyDoesNotLookAtTheKey() throws Exception {
    var topic = Topic.fresh(5);
    write(topic, "key: $.id, partitioner: sticky", "sink:main", numbered());
    assertThat(topic.records()).extracting(ConsumerRecord::partition).hasSize(40);
    assertThat(topic.records().stream().map(ConsumerRecord::partition).distinct()).hasSize(1);
  }

  private static Message[] numbered() {
    return IntStream.range(0, 40)
        .mapToObj(i -> message("{\"id\":%d}".formatted(i)))
        .toArray(Message[]::new);
  }

  private record WithHeaders() implements Metadata {
    @Override
    public Optional<Object> get(String key) {
      return key.equals("topic") ? Optional.of("in") : Optional.empty();
    }

    @Override
    public Map<String, Object> asMap() {
      return Map.of();
    }

    @Override
    public List<Header> headers() {
      return List.of(
          new Header("tenant", Topic.bytes("old")), new Header("trace", Topic.bytes("1")));
    }
  }
}
