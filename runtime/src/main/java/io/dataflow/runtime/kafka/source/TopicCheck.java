package io.dataflow.runtime.kafka.source;

import io.dataflow.runtime.connector.Retry;
import io.dataflow.runtime.connector.SourceEvents;
import io.dataflow.runtime.kafka.client.KafkaProblem;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/// Looks before the first read whether the topic is there, and waits for a broker that is not.
record TopicCheck(Broker broker, String topic, SourceEvents events) {
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  /// Returns when the topic can be read, or when it is told to stop.
  ///
  /// @throws org.apache.kafka.common.KafkaException when it never can
  void await(CountDownLatch stopping) throws InterruptedException {
    var retry = new Retry();
    while (stopping.getCount() > 0) {
      try {
        var partitions = broker.partitions(topic, PATIENCE);
        if (partitions == null || partitions.isEmpty()) {
          throw new InvalidTopicException(topic);
        }
        return;
      } catch (UnknownTopicOrPartitionException e) {
        throw e;
      } catch (RetriableException e) {
        events.unavailable(KafkaProblem.unavailable("source kafka", e));
        stopping.await(retry.next().toMillis(), TimeUnit.MILLISECONDS);
      }
    }
  }
}
