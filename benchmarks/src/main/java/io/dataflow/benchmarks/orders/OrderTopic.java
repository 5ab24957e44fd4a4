package io.dataflow.benchmarks.orders;

import io.dataflow.testbed.KafkaServer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/// A topic with orders, spread evenly over its partitions.
///
/// @param form how they are written
/// @param partitions how many it has
public record OrderTopic(Form form, int partitions) {
  /// Its name.
  public String name() {
    return form.name().toLowerCase(Locale.ROOT) + "-" + partitions;
  }

  /// Creates it with so many orders.
  public void fill(KafkaServer kafka, long records) {
    kafka.createTopic(name(), partitions);
    var properties =
        Map.<String, Object>of(
            "bootstrap.servers", kafka.bootstrap(), "linger.ms", 20, "batch.size", 1 << 18);
    try (var producer =
        new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer())) {
      for (var id = 1L; id <= records; id++) {
        var value = form.text(new Order(id)).getBytes(StandardCharsets.UTF_8);
        producer.send(new ProducerRecord<>(name(), (int) (id % partitions), null, value));
      }
    }
  }
}
