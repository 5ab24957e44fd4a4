package io.dataflow.api.connector.option;

import io.dataflow.api.model.Name;

/// The form of a topic's messages.
public enum KafkaFormat {
  /// The bytes as they are, JSON or not.
  @Name("json")
  JSON,
  /// Avro's binary form, which becomes JSON.
  @Name("avro")
  AVRO
}
