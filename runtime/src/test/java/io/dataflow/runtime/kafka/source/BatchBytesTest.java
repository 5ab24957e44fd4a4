package io.dataflow.runtime.kafka.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataflow.runtime.connector.Batch;
import io.dataflow.runtime.kafka.value.ValueDecoder;
import io.dataflow.testbed.Servers;
import io.dataflow.testbed.server.Await;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;

/// What a batch holds is bounded in bytes as they are in memory, however well they compress.
class BatchBytesTest {
  private static final Duration LIMIT = Duration.ofMinutes(2);
  private static final int PARTITIONS = 4;

  private final String topic = Servers.freshTopic(PARTITIONS);
  private final HeardEvents events = new HeardEvents();

  private void send(int records, int bytes) throws Exception {
    var properties =
        Map.<String, Object>of(
            "bootstrap.servers",
            Servers.kafka().bootstrap(),
            "compression.type",
            "zstd",
            "linger.ms",
            "20",
            // Well below what the broker takes: a compressed batch may be larger than the client
            // expects, and one that the broker refuses is cut and sent again.
            "batch.size",
            1 << 19,
            "max.request.size",
            64 << 20);
    try (var producer =
        new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer())) {
      var random = new Random(7);
      var answers =
          IntStream.range(0, records)
              .mapToObj(
                  number ->
                      producer.send(new ProducerRecord<>(topic, value(random, number, bytes))))
              .toList();
      for (var answer : answers) {
        answer.get();
      }
    }
  }

  /// Compresses 20:1, and tells its number.
  private static byte[] value(Random random, int number, int bytes) {
    var value = new byte[bytes];
    for (int i = 0; i < bytes / 20; i++) {
      value[i] = (byte) random.nextInt(256);
    }
    ByteBuffer.wrap(value).putInt(number);
    return value;
  }

  private List<Batch> readAll(int records) {
    var properties = new Properties();
    properties.putAll(
        Map.of(
            "bootstrap.servers",
            Servers.kafka().bootstrap(),
            "group.id",
            topic,
            "auto.offset.reset",
            "none",
            "enable.auto.commit",
            "false",
            "max.poll.records",
            "5000",
            "fetch.max.bytes",
            Integer.toString(16 << 20),
            "max.partition.fetch.bytes",
            Integer.toString(4 << 20)));
    var batches = new ArrayList<Batch>();
    try (var consumer =
        new PrefetchingConsumer(
            properties,
            topic,
            events,
            new Membership(Optional.empty()),
            new StoredOffsets("group", "id", false),
            ValueDecoder.asItIs())) {
      consumer.subscribe(List.of(topic), new NoListener());
      Await.until(
          "all records",
          LIMIT,
          () -> {
            for (var record : consumer.poll(Duration.ofMillis(100))) {
              var batch = (Batch) record.value();
              batches.add(batch);
              batch.acknowledge();
            }
            return batches.stream().mapToInt(Batch::received).sum() >= records;
          });
    }
    assertThat(events.failures).isEmpty();
    return batches;
  }

  @Test
  void aBatchOfLongRecordsIsShort() throws Exception {
    send(1_000, 100_000);
    var batches = readAll(1_000);
    assertThat(batches)
        .allSatisfy(batch -> assertThat(bytes(batch)).isLessThanOrEqualTo(MeteredBytes.MOST));
    assertThat(batches.stream().filter(batch -> bytes(batch) > MeteredBytes.MOST / 2)).isNotEmpty();
    assertThat(numbers(batches)).hasSize(1_000);
  }

  @Test
  void aRecordThatIsLongerThanABatchComesAlone() throws Exception {
    send(6, MeteredBytes.MOST + 1);
    var batches = readAll(6);
    assertThat(batches).allSatisfy(batch -> assertThat(batch.received()).isEqualTo(1));
    assertThat(numbers(batches)).hasSize(6);
  }

  private static long bytes(Batch batch) {
    return batch.messages().stream().mapToLong(message -> message.original().length).sum();
  }

  private static List<Integer> numbers(List<Batch> batches) {
    var all = new ArrayList<Integer>();
    for (var batch : batches) {
      for (var message : batch.messages()) {
        all.add(ByteBuffer.wrap(message.original()).getInt());
      }
    }
    assertThat(all).as("no record twice").doesNotHaveDuplicates();
    return all;
  }

  private static final class NoListener implements ConsumerRebalanceListener {
    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
      // Camel's has nothing to do either.
    }

    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
      // Camel's has nothing to do either.
    }
  }
}
