package io.dataflow.cli.resilience;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Long records that compress well, and a sink that stands still: a topic of many times the memory
/// that a processor has by default.
class LongRecordsTest {
  private static final int RECORDS = 5_000;
  private static final String TEXT = "the same again ".repeat(6_500);

  @TempDir private Path folder;

  @Test
  void theDefaultMemoryIsEnough() throws Exception {
    var topic = NumberTopic.fresh(4);
    var table = NumberTable.keyless();
    var manifest =
        Manifest.of(Manifest.topic(topic.server(), topic.name()), table.connector())
            .withErrors(table.errors())
            .in(folder);
    var heap = Map.of("JAVA_OPTS", "-Xmx160m -XX:+ExitOnOutOfMemoryError");
    try (var producer = producer(topic);
        var process = ProcessorProcess.pod(manifest, heap)) {
      try (var connection = table.server().connection(table.database());
          var statement = connection.createStatement()) {
        connection.setAutoCommit(false);
        statement.execute("LOCK TABLE numbers IN SHARE MODE");
        send(producer, topic, 0, RECORDS / 10);
        process.until("a batch", () -> process.metric("dataflow_messages_received_total") > 0);
        send(producer, topic, RECORDS / 10, RECORDS);
        assertThat(process.runs()).as(process.output()).isTrue();
        connection.rollback();
      }
      process.until("every record", () -> table.soundRows() == RECORDS);
      assertThat(table.distinct()).isEqualTo(RECORDS);
      assertThat(process.terminate()).as(process.output()).isZero();
      assertThat(process.output()).doesNotContain("ERROR", "\tat ");
    }
  }

  private static Producer<byte[], byte[]> producer(NumberTopic topic) {
    var settings =
        Map.<String, Object>of(
            "bootstrap.servers",
            topic.server().bootstrap(),
            "compression.type",
            "zstd",
            "batch.size",
            1 << 20,
            "linger.ms",
            "50");
    return new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
  }

  private static void send(Producer<byte[], byte[]> to, NumberTopic topic, int from, int end) {
    NumberTopic.sendAll(to, IntStream.range(from, end).mapToObj(seq -> record(topic, seq)));
  }

  private static ProducerRecord<byte[], byte[]> record(NumberTopic topic, int seq) {
    var body = "{\"seq\":%d,\"text\":\"%s\"}".formatted(seq, TEXT);
    return new ProducerRecord<>(topic.name(), body.getBytes(StandardCharsets.UTF_8));
  }
}
