package io.dataflow.benchmarks.latency;

import io.dataflow.benchmarks.orders.Order;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/// Sends orders at a steady rate and keeps when each was sent.
final class SteadyOrders {
  private static final long SECOND = 1_000_000_000;

  private final long[] sent;

  /// @param records how many will be sent, with the ids from 1 on
  SteadyOrders(int records) {
    this.sent = new long[records + 1];
  }

  /// Sends all of them. What the producer is late with is sent at once, so the rate holds.
  void send(String brokers, String topic, int perSecond) {
    var properties = Map.<String, Object>of("bootstrap.servers", brokers, "linger.ms", 0);
    try (var producer =
        new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer())) {
      long start = System.nanoTime();
      for (int id = 1; id < sent.length; id++) {
        awaitMoment(start + id * SECOND / perSecond);
        var value = new Order(id).json().getBytes(StandardCharsets.UTF_8);
        sent[id] = ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now());
        producer.send(new ProducerRecord<>(topic, value));
      }
    }
  }

  private static void awaitMoment(long moment) {
    for (long left = moment - System.nanoTime(); left > 0; left = moment - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
  }

  /// When an order was sent, in microseconds since 1970.
  long sentAt(int id) {
    return sent[id];
  }
}
