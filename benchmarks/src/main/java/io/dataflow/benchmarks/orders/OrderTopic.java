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
  private static final int EVERY = 100;

  /// Its name.
  public String name() {
    return form.name().toLowerCase(Locale.ROOT) + "-" + partitions;
  }

  /// The topic for what of it is poison.
  String errors() {
    return name() + "-errors";
  }

  /// Creates it with so many orders, and as much poison as its form has.
  public void fill(KafkaServer kafka, long records) {
    kafka.createTopic(name(), partitions);
    kafka.createTopic(errors(), 1);
    var properties =
        Map.<String, Object>of(
            "bootstrap.servers", kafka.bootstrap(), "linger.ms", 20, "batch.size", 1 << 18);
    try (var producer =
        new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer())) {
      for (var id = 1L; id <= records; id++) {
        producer.send(record(id, form.text(new Order(id))));
        if (form == Form.POISONED && id % EVERY == 0) {
          producer.send(record(id, new Order(id).poison()));
        }
      }
    }
  }

  private ProducerRecord<byte[], byte[]> record(long id, String text) {
    var value = text.getBytes(StandardCharsets.UTF_8);
    return new ProducerRecord<>(name(), (int) (id % partitions), null, value);
  }
}
