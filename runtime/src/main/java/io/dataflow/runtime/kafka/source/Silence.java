package io.dataflow.runtime.kafka.source;

import io.dataflow.runtime.connector.SourceEvents;
import io.dataflow.runtime.kafka.client.KafkaProblem;
import java.time.Duration;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RetriableException;

/// Tells a topic without news from brokers that are gone: to Kafka's client both are a read that
/// brings nothing. So after some time without records the brokers are asked what only they can
/// answer.
final class Silence {
  private static final Duration ASK_AFTER = Duration.ofSeconds(2);
  private static final Duration PATIENCE = Duration.ofSeconds(3);

  private final Broker broker;
  private final SourceEvents events;
  private long heardAt = System.nanoTime();
  private boolean away;

  Silence(Broker broker, SourceEvents events) {
    this.broker = broker;
    this.events = events;
  }

  /// The brokers have just sent something.
  void ended() {
    heardAt = System.nanoTime();
    away = false;
  }

  /// Whether the brokers of these partitions do not answer; the flow is told so.
  ///
  /// @throws org.apache.kafka.common.KafkaException when they will never answer
  boolean isAlarming(Set<TopicPartition> partitions) {
    if (!away && System.nanoTime() - heardAt < ASK_AFTER.toNanos()) {
      return false;
    }
    try {
      broker.ends(partitions, PATIENCE);
      if (away) {
        events.ready();
      }
      ended();
    } catch (RetriableException e) {
      away = true;
      events.unavailable(KafkaProblem.unavailable("source kafka", e));
    }
    return away;
  }
}
