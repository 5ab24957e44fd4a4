package io.dataflow.runtime;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/// A member of a consumer group that dies without a goodbye: it holds its partitions until the
/// broker misses it.
record StaticMember(KafkaConsumer<byte[], byte[]> client) implements AutoCloseable {

  /// A member that reads the topic.
  ///
  /// @param session after how long the broker misses it
  static StaticMember of(Topic topic, String group, String name, Duration session) {
    var properties =
        Map.<String, Object>of(
            "bootstrap.servers",
            Topic.brokers(),
            "group.id",
            group,
            "group.instance.id",
            name,
            "enable.auto.commit",
            "false",
            "session.timeout.ms",
            (int) session.toMillis(),
            "partition.assignment.strategy",
            CooperativeStickyAssignor.class.getName());
    var client =
        new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    client.subscribe(List.of(topic.name()));
    return new StaticMember(client);
  }

  /// Does its part in the group; how many partitions it holds now.
  int partitions() {
    client.poll(Duration.ofMillis(50));
    return client.assignment().size();
  }

  /// Ends without leaving the group.
  @Override
  public void close() {
    client.close();
  }
}
