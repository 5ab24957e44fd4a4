package io.dataflow.cli;

import io.dataflow.testbed.Servers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/// A flow from one topic of a real broker to another, which masks `card`.
record KafkaFlow(String in, String out) {

  /// A flow between fresh topics.
  static KafkaFlow fresh() {
    return new KafkaFlow(Servers.freshTopic(1), Servers.freshTopic(1));
  }

  /// Writes the manifest into a folder.
  Path manifest(Path folder) throws IOException {
    return Files.writeString(
        folder.resolve("flow.yaml"),
        """
        apiVersion: dataflow.dataflow.io/v1
        kind: DataFlow
        metadata: {name: masked}
        spec:
          source: {type: kafka, config: {brokers: ['%1$s'], topic: %2$s, consumerGroup: %2$s}}
          transformations: [{type: mask, config: {fields: [card]}}]
          sink: {type: kafka, config: {brokers: ['%1$s'], topic: %3$s}}
        """
            .formatted(Servers.kafka().bootstrap(), in, out));
  }

  /// Puts so many records into the first topic.
  void produce(int records) {
    produce(records, "none");
  }

  /// The same, compressed.
  void produce(int records, String compression) {
    var settings = new HashMap<>(client());
    settings.put("compression.type", compression);
    try (var producer =
        new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
      IntStream.range(0, records)
          .mapToObj(i -> "{\"id\":" + i + ",\"card\":\"4929\"}")
          .forEach(body -> producer.send(new ProducerRecord<>(in, body)));
    }
  }

  /// What is in the second topic now.
  List<String> written() {
    var partition = List.of(new TopicPartition(out, 0));
    var bodies = new ArrayList<String>();
    try (var consumer =
        new KafkaConsumer<>(client(), new StringDeserializer(), new StringDeserializer())) {
      consumer.assign(partition);
      consumer.seekToBeginning(partition);
      long end = consumer.endOffsets(partition).values().iterator().next();
      while (consumer.position(partition.getFirst()) < end) {
        consumer.poll(Duration.ofMillis(100)).forEach(record -> bodies.add(record.value()));
      }
    }
    return bodies;
  }

  private static Map<String, Object> client() {
    return Map.of("bootstrap.servers", Servers.kafka().bootstrap());
  }
}
