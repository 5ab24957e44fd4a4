package io.dataflow.cli.chaos.world;

import io.dataflow.api.json.Json;
import io.dataflow.api.json.JsonException;
import io.dataflow.api.json.JsonObject;
import io.dataflow.testbed.KafkaServer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/// What a topic holds: its committed records, partition by partition.
///
/// @param path the fields that lead to a record's number
record TopicContent(KafkaServer server, String topic, List<String> path) implements SinkContent {
  private static final Duration POLL = Duration.ofMillis(200);

  @Override
  public long count() {
    try (var consumer = consumer()) {
      return consumer.endOffsets(partitions(consumer)).values().stream()
          .mapToLong(Long::longValue)
          .sum();
    }
  }

  @Override
  public long[] numbers() {
    try (var consumer = consumer()) {
      return partitions(consumer).stream()
          .flatMapToLong(partition -> numbers(consumer, partition))
          .toArray();
    }
  }

  private LongStream numbers(Consumer<byte[], byte[]> consumer, TopicPartition partition) {
    consumer.assign(List.of(partition));
    consumer.seekToBeginning(List.of(partition));
    long end = consumer.endOffsets(List.of(partition)).get(partition);
    var numbers = LongStream.builder();
    while (consumer.position(partition) < end) {
      consumer.poll(POLL).forEach(record -> numbers.add(number(record.value())));
    }
    return numbers.build();
  }

  private long number(byte[] value) {
    try {
      var json = Optional.of(Json.parse(value));
      for (var field : path) {
        json =
            json.filter(JsonObject.class::isInstance)
                .flatMap(object -> ((JsonObject) object).get(field));
      }
      return json.map(Json::text)
          .filter(text -> text.matches("\\d{1,18}"))
          .map(Long::valueOf)
          .orElse(-1L);
    } catch (JsonException notJson) {
      return -1;
    }
  }

  private List<TopicPartition> partitions(Consumer<byte[], byte[]> consumer) {
    return new ArrayList<>(
        consumer.partitionsFor(topic).stream()
            .map(partition -> new TopicPartition(topic, partition.partition()))
            .toList());
  }

  private Consumer<byte[], byte[]> consumer() {
    var settings =
        Map.<String, Object>of(
            "bootstrap.servers",
            server.bootstrap(),
            "isolation.level",
            "read_committed",
            "enable.auto.commit",
            "false");
    var bytes = new ByteArrayDeserializer();
    return new KafkaConsumer<>(settings, bytes, bytes);
  }
}
