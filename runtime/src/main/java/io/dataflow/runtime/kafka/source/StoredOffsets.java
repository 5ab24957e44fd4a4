package io.dataflow.runtime.kafka.source;

import io.dataflow.api.json.JsonObject;
import io.dataflow.api.json.JsonScalar;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/// A consumer group's offsets as sinks store them: `{"offset": 17}` is the next record to read, by
/// names like `shop/orders-0@Zx3…`. The topic's id is part of the name, because a topic that is
/// deleted and created again begins at offset 0 again.
///
/// @param group the consumer group
/// @param topicId what the brokers call this topic and no later one of its name
/// @param committedBySink whether the sink commits them for the group, so that nobody else may
record StoredOffsets(String group, String topicId, boolean committedBySink) {
  private static final String OFFSET = "offset";

  /// The offsets in the form that is stored.
  Map<String, JsonObject> of(Map<TopicPartition, OffsetAndMetadata> next) {
    var positions = new HashMap<String, JsonObject>();
    next.forEach(
        (partition, offset) -> {
          var position = JsonObject.empty();
          position.put(OFFSET, JsonScalar.of(offset.offset()));
          positions.put(name(partition), position);
        });
    return positions;
  }

  /// Those of the offsets that are greater than what is stored.
  Map<String, JsonObject> beyond(
      Map<TopicPartition, OffsetAndMetadata> next, Map<String, JsonObject> stored) {
    var ahead = new HashMap<>(next);
    ahead.entrySet().removeIf(it -> it.getValue().offset() <= offset(it.getKey(), stored));
    return of(ahead);
  }

  /// The stored offsets of these partitions; 0 where none is stored.
  Map<TopicPartition, OffsetAndMetadata> read(
      Iterable<TopicPartition> partitions, Map<String, JsonObject> stored) {
    var offsets = new HashMap<TopicPartition, OffsetAndMetadata>();
    for (var partition : partitions) {
      offsets.put(partition, new OffsetAndMetadata(offset(partition, stored)));
    }
    return offsets;
  }

  private long offset(TopicPartition partition, Map<String, JsonObject> stored) {
    return Optional.ofNullable(stored.get(name(partition)))
        .flatMap(position -> position.get(OFFSET))
        .map(offset -> Long.parseLong(offset.text()))
        .orElse(0L);
  }

  private String name(TopicPartition partition) {
    return group + "/" + partition + "@" + topicId;
  }
}
