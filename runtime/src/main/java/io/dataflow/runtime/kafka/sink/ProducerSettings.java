package io.dataflow.runtime.kafka.sink;

import java.time.Duration;
import java.util.Map;

/// How the Kafka client of a sink works: all in-sync replicas have a record before it counts as
/// written, and order is kept over its own retries.
final class ProducerSettings {
  private static final int BATCH_BYTES = 128 << 10;

  private ProducerSettings() {}

  /// The same for a producer of transactions. What one that was killed has left open keeps the
  /// next one from its partitions until the brokers end it after the timeout.
  static Map<String, Object> transactional(
      SinkTopic topic, TopicLimits limits, String id, Duration timeout) {
    var settings = of(topic, limits);
    settings.put("transactional.id", id);
    settings.put("transaction.timeout.ms", (int) timeout.toMillis());
    settings.put("delivery.timeout.ms", 8_000);
    settings.put("request.timeout.ms", 5_000);
    return settings;
  }

  static Map<String, Object> of(SinkTopic topic, TopicLimits limits) {
    var settings = topic.producerProperties();
    settings.put("acks", "all");
    settings.put("enable.idempotence", true);
    settings.put("linger.ms", 5);
    // What is longer than the topic takes at once is sent over and over by Kafka's client while it
    // is below the client's own limit.
    settings.put("batch.size", Math.min(BATCH_BYTES, limits.bytes() / 4 * 3));
    settings.put("max.request.size", 16 << 20);
    settings.put("delivery.timeout.ms", 30_000);
    settings.put("request.timeout.ms", 10_000);
    settings.put("max.block.ms", 10_000);
    return settings;
  }
}
