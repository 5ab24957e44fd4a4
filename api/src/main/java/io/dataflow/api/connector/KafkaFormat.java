package io.dataflow.api.connector;

import io.dataflow.api.model.Later;
import io.dataflow.api.model.Name;

/// The form of a topic's messages.
@Later("avro")
public enum KafkaFormat {
  /// The bytes as they are, JSON or not.
  @Name("json")
  JSON
}
