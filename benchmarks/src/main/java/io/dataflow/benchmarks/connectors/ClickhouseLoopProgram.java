package io.dataflow.benchmarks.connectors;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/// The loop by hand: a plain consumer, Jackson's tree, RowBinary over HTTP; a commit at the end.
final class ClickhouseLoopProgram {
  private final ObjectMapper mapper = new ObjectMapper();
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final String[] login;
  private final URI insert;

  private ClickhouseLoopProgram(String address, String[] login) {
    this.login = login;
    var query = "INSERT INTO orders (" + KafkaClickhouse.COLUMNS + ") FORMAT RowBinary";
    insert =
        URI.create(
            "http://" + address + "/?query=" + URLEncoder.encode(query, StandardCharsets.UTF_8));
  }

  /// Arguments: brokers, topic, group, address, user, password, number of records.
  public static void main(String[] args) throws Exception {
    var properties =
        Map.<String, Object>of(
            "bootstrap.servers",
            args[0],
            "group.id",
            args[2],
            "auto.offset.reset",
            "earliest",
            "enable.auto.commit",
            false,
            "max.poll.records",
            5000);
    var loop = new ClickhouseLoopProgram(args[3], new String[] {args[4], args[5]});
    try (var consumer =
        new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      consumer.subscribe(List.of(args[1]));
      for (long left = Long.parseLong(args[6]); left > 0; ) {
        var rows = new ByteArrayOutputStream(1 << 20);
        var records = consumer.poll(Duration.ofMillis(200));
        for (var record : records) {
          loop.append(loop.mapper.readTree(record.value()), rows);
        }
        if (!records.isEmpty()) {
          loop.send(rows.toByteArray());
        }
        left -= records.count();
      }
      consumer.commitSync();
    }
  }

  private void send(byte[] rows) throws Exception {
    var request =
        HttpRequest.newBuilder(insert)
            .header("X-ClickHouse-User", login[0])
            .header("X-ClickHouse-Key", login[1])
            .POST(HttpRequest.BodyPublishers.ofByteArray(rows))
            .build();
    var answer = http.send(request, HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() != 200) {
      throw new IllegalStateException(answer.body());
    }
  }

  private void append(JsonNode order, ByteArrayOutputStream out) {
    whole(order.get("id").longValue(), out);
    text(order.get("customer").asText(), out);
    text(order.get("email").asText(), out);
    text(order.get("card").asText(), out);
    whole(new BigDecimal(order.get("amount").asText()).movePointRight(2).longValueExact(), out);
    text(order.get("status").asText(), out);
    whole(Instant.parse(order.get("created").asText()).toEpochMilli(), out);
    text(order.get("note").asText(), out);
  }

  private static void whole(long value, ByteArrayOutputStream out) {
    for (int i = 0; i < Long.BYTES; i++) {
      out.write((int) (value >> 8 * i));
    }
  }

  /// None of the texts is longer than 127 bytes.
  private static void text(String text, ByteArrayOutputStream out) {
    var bytes = text.getBytes(StandardCharsets.UTF_8);
    out.write(bytes.length);
    out.writeBytes(bytes);
  }
}
