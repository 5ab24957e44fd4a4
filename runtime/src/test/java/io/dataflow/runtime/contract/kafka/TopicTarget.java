package io.dataflow.runtime.contract.kafka;

import io.dataflow.runtime.contract.StoredRecord;
import io.dataflow.runtime.contract.sink.SinkTarget;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/// A topic that a sink writes.
///
/// @param reached where it is read here
/// @param ends the sink's `brokers` and what else belongs to the login
record TopicTarget(String name, String reached, String ends) implements SinkTarget {

  static TopicTarget on(String bootstrap, String name) {
    return new TopicTarget(name, bootstrap, "brokers: ['" + bootstrap + "']");
  }

  @Override
  public String config() {
    return ends + ", topic: " + name;
  }

  @Override
  public List<StoredRecord> records() {
    var properties = Map.<String, Object>of("bootstrap.servers", reached);
    try (var consumer =
        new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      var partitions =
          consumer.partitionsFor(name).stream()
              .map(info -> new TopicPartition(info.topic(), info.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      var ends = consumer.endOffsets(partitions);
      var records = new ArrayList<StoredRecord>();
      while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.get(p))) {
        consumer
            .poll(Duration.ofMillis(100))
            .forEach(record -> records.add(new StoredRecord(record.value())));
      }
      return records;
    }
  }

  @Override
  public List<Integer> ids() {
    return records().stream().map(StoredRecord::id).toList();
  }
}
