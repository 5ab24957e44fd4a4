package io.dataflow.cluster;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.StringSerializer;

/// The shop that the orders come from: writes them into the topic on a thread of its own.
final class OrderProducer implements AutoCloseable {
  private final String bootstrap;
  private final long records;
  private final long perSecond;
  private final AtomicLong produced = new AtomicLong();
  private final AtomicReference<Exception> failure = new AtomicReference<>();
  private final Thread thread = Thread.ofPlatform().name("orders").daemon().unstarted(this::run);
  private volatile boolean stopped;

  /// @param perSecond orders a second, at most
  OrderProducer(String bootstrap, long records, long perSecond) {
    this.bootstrap = bootstrap;
    this.records = records;
    this.perSecond = perSecond;
    thread.start();
  }

  /// How many orders the broker has.
  long produced() {
    return produced.get();
  }

  /// Why there will be no more of them.
  Optional<Exception> failure() {
    return Optional.ofNullable(failure.get());
  }

  private void run() {
    Map<String, Object> settings =
        Map.of("bootstrap.servers", bootstrap, "acks", "all", "linger.ms", "20");
    try (var producer =
        new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
      var start = System.nanoTime();
      for (long number = 0; number < records && !stopped && failure.get() == null; number++) {
        var key = Long.toString(number);
        producer.send(
            new ProducerRecord<>(Backends.TOPIC, key, Orders.text(number)),
            (_, exception) -> acknowledged(exception));
        LockSupport.parkNanos(number * 1_000_000_000L / perSecond - (System.nanoTime() - start));
      }
    } catch (KafkaException e) {
      failure.compareAndSet(null, e);
    }
  }

  private void acknowledged(Exception exception) {
    if (exception == null) {
      produced.incrementAndGet();
    } else {
      failure.compareAndSet(null, exception);
    }
  }

  @Override
  public void close() {
    stopped = true;
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
