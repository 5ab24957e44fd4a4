package io.dataflow.cli.demo;

import io.dataflow.api.json.Bytes;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/// The shop that the demo's orders come from: writes them into the topic on a thread of its own.
final class OrderProducer implements AutoCloseable {
  private static final int RECORDS_BETWEEN_LOOKS = 100;

  private final String bootstrap;
  private final long records;
  private final long perSecond;
  private final AtomicLong produced = new AtomicLong();
  private final AtomicReference<Exception> failure = new AtomicReference<>();
  private final Thread thread;
  private volatile boolean stopped;

  /// @param perSecond records a second, at most; 0 as fast as it goes
  OrderProducer(String bootstrap, long records, long perSecond) {
    this.bootstrap = bootstrap;
    this.records = records;
    this.perSecond = perSecond;
    this.thread = Thread.ofPlatform().name("orders").daemon().unstarted(this::produce);
  }

  void start() {
    thread.start();
  }

  /// How many orders the broker has.
  long produced() {
    return produced.get();
  }

  /// Why there will be no more of them.
  Optional<String> failure() {
    return Optional.ofNullable(failure.get()).map(Exception::getMessage);
  }

  private void produce() {
    try (var producer =
        new KafkaProducer<>(settings(), new ByteArraySerializer(), new ByteArraySerializer())) {
      var orders = new Orders();
      var body = new Bytes(512);
      var start = System.nanoTime();
      for (long number = 0; number < records && !stopped && failure.get() == null; number++) {
        body.clear();
        orders.write(number, body);
        var key = Long.toString(number).getBytes(StandardCharsets.US_ASCII);
        producer.send(
            new ProducerRecord<>(DemoServers.TOPIC, key, body.toByteArray()),
            (metadata, exception) -> acknowledged(exception));
        if (perSecond > 0 && number % RECORDS_BETWEEN_LOOKS == 0) {
          pause(start, number);
        }
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

  private void pause(long start, long number) {
    var ahead = number * 1_000_000_000L / perSecond - (System.nanoTime() - start);
    if (ahead > 0) {
      LockSupport.parkNanos(ahead);
    }
  }

  private Map<String, Object> settings() {
    return Map.of(
        "bootstrap.servers", bootstrap,
        "acks", "all",
        "linger.ms", "20",
        "batch.size", "262144",
        "buffer.memory", "67108864");
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
