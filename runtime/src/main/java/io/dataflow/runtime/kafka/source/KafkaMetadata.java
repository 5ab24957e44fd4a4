package io.dataflow.runtime.kafka.source;

import io.dataflow.api.message.Header;
import io.dataflow.api.message.Metadata;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/// What Kafka knows of a record as `docs/kafka.md` lists it, looked up only when somebody asks.
record KafkaMetadata(ConsumerRecord<byte[], ?> record) implements Metadata {

  @Override
  public Optional<Object> get(String key) {
    return switch (key) {
      case "topic" -> Optional.of(record.topic());
      case "partition" -> Optional.of(record.partition());
      case "offset" -> Optional.of(record.offset());
      case "key" -> key().map(KafkaMetadata::text);
      case "timestamp" -> timestamp().map(time -> time);
      case "headers" -> headersAsText();
      default -> Optional.empty();
    };
  }

  @Override
  public Map<String, Object> asMap() {
    var map = new LinkedHashMap<String, Object>();
    for (var name : List.of("topic", "partition", "offset", "key", "timestamp", "headers")) {
      get(name).ifPresent(value -> map.put(name, value));
    }
    return map;
  }

  @Override
  public Optional<byte[]> key() {
    return Optional.ofNullable(record.key());
  }

  @Override
  public Optional<Instant> timestamp() {
    return record.timestamp() < 0
        ? Optional.empty()
        : Optional.of(Instant.ofEpochMilli(record.timestamp()));
  }

  @Override
  public List<Header> headers() {
    var headers = new ArrayList<Header>();
    record.headers().forEach(header -> headers.add(new Header(header.key(), header.value())));
    return headers;
  }

  private Optional<Object> headersAsText() {
    var map = new LinkedHashMap<String, String>();
    for (var header : headers()) {
      map.put(header.name(), header.value() == null ? "" : text(header.value()));
    }
    return map.isEmpty() ? Optional.empty() : Optional.of(map);
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
