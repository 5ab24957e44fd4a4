package io.dataflow.benchmarks.recovery;

import io.dataflow.benchmarks.orders.Order;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/// Somebody who goes on and on sending orders, to each partition in turn: the order `id` is in the
/// partition `id % partitions`.
final class Feed implements AutoCloseable {
  private static final int PORTION = 40;
  private static final long PACE_MS = 20;

  private final String brokers;
  private final String topic;
  private final int partitions;
  private final CountDownLatch end = new CountDownLatch(1);
  private final Thread thread;

  Feed(String brokers, String topic, int partitions) {
    this.brokers = brokers;
    this.topic = topic;
    this.partitions = partitions;
    this.thread = Thread.ofPlatform().daemon().name("feed").start(this::send);
  }

  private void send() {
    var properties = Map.<String, Object>of("bootstrap.servers", brokers, "linger.ms", 1);
    try (var producer =
        new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer())) {
      long id = 0;
      while (!end.await(PACE_MS, TimeUnit.MILLISECONDS)) {
        for (int i = 0; i < PORTION; i++) {
          id++;
          var value = new Order(id).json().getBytes(StandardCharsets.UTF_8);
          producer.send(new ProducerRecord<>(topic, (int) (id % partitions), null, value));
        }
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() throws InterruptedException {
    end.countDown();
    thread.join();
  }
}
