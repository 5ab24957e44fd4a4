package io.dataflow.api.connector.option;

import io.dataflow.api.model.Name;

/// Who decides into which partition a record goes.
public enum Partitioner {
  /// Its key, by Kafka's own hash; records without one go where there is room, a run of them to
  /// one partition.
  @Name("murmur2")
  MURMUR2,
  /// The load: all records go where there is room, a run of them to one partition.
  @Name("sticky")
  STICKY
}
