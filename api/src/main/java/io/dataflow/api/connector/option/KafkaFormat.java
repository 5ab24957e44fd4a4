package io.dataflow.api.connector.option;

import io.dataflow.api.model.Name;

/// The form of the records in a topic that is written.
public enum KafkaFormat {
  /// The body of the message as it is, JSON or not.
  @Name("json")
  JSON,
  /// Avro's binary form of the JSON.
  @Name("avro")
  AVRO
}
