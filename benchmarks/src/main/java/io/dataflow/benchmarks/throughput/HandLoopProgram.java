package io.dataflow.benchmarks.throughput;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dataflow.benchmarks.orders.OrderTable;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.sql.DriverManager;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/// The loop by hand: a plain consumer, Jackson's tree, three steps, COPY; a commit at the end.
final class HandLoopProgram {
  private static final List<String> COLUMNS =
      List.of("id", "customer", "email", "amount", "status", "created", "note", "processed_at");

  private final ObjectMapper mapper = new ObjectMapper();
  private final CopyManager copy;

  private HandLoopProgram(CopyManager copy) {
    this.copy = copy;
  }

  /// Arguments: brokers, topic, group, JDBC URL, number of records.
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
    try (var connection = DriverManager.getConnection(args[3]);
        var consumer =
            new KafkaConsumer<>(
                properties, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      var loop = new HandLoopProgram(connection.unwrap(PGConnection.class).getCopyAPI());
      consumer.subscribe(List.of(args[1]));
      var left = Long.parseLong(args[4]);
      while (left > 0) {
        var records = consumer.poll(Duration.ofMillis(200));
        if (!records.isEmpty()) {
          loop.write(records);
          left -= records.count();
        }
      }
      consumer.commitSync();
    }
  }

  private void write(ConsumerRecords<byte[], byte[]> records) throws Exception {
    var now = Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
    var rows = new StringBuilder(records.count() * 160);
    for (var record : records) {
      var order = (ObjectNode) mapper.readTree(record.value());
      order.put("email", "***");
      order.remove("card");
      order.put("processed_at", now);
      append(rows, order);
    }
    var bytes = rows.toString().getBytes(StandardCharsets.UTF_8);
    copy.copyIn(OrderTable.ORDERS.copy(), new ByteArrayInputStream(bytes), 1 << 16);
  }

  private static void append(StringBuilder rows, ObjectNode order) {
    var separator = "";
    for (var column : COLUMNS) {
      rows.append(separator);
      var value = order.get(column);
      if (value == null || value.isNull()) {
        rows.append("\\N");
      } else {
        escape(rows, value.asText());
      }
      separator = "\t";
    }
    rows.append('\n');
  }

  private static void escape(StringBuilder rows, String text) {
    for (var i = 0; i < text.length(); i++) {
      var c = text.charAt(i);
      switch (c) {
        case '\\' -> rows.append("\\\\");
        case '\t' -> rows.append("\\t");
        case '\n' -> rows.append("\\n");
        case '\r' -> rows.append("\\r");
        default -> rows.append(c);
      }
    }
  }
}
