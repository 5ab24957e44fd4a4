package io.dataflow.runtime.kafka.source;

import io.dataflow.runtime.connector.ReadTime;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/// Records of the topic `orders`, as a read of the broker brings them.
final class Orders {
  private Orders() {}

  static TopicPartition partition(int number) {
    return new TopicPartition("orders", number);
  }

  /// The records 0 to `count - 1` of each of these partitions.
  static ConsumerRecords<byte[], Object> records(int count, int... partitions) {
    var records = new HashMap<TopicPartition, List<ConsumerRecord<byte[], Object>>>();
    for (int partition : partitions) {
      var of = new ArrayList<ConsumerRecord<byte[], Object>>();
      IntStream.range(0, count)
          .forEach(
              offset ->
                  of.add(
                      new ConsumerRecord<>(
                          "orders",
                          partition,
                          offset,
                          null,
                          "{}".getBytes(StandardCharsets.UTF_8))));
      records.put(partition(partition), of);
    }
    return new ConsumerRecords<>(records);
  }

  /// A read of these partitions.
  static Fetch fetch(int count, int... partitions) {
    return Fetch.of(records(count, partitions), new ReadTime(0, 0));
  }

  /// The position behind that many records of a partition.
  static Map<TopicPartition, OffsetAndMetadata> behind(int count, int partition) {
    return Map.of(partition(partition), new OffsetAndMetadata(count));
  }
}
