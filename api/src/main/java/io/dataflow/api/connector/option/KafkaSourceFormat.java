package io.dataflow.api.connector.option;

import io.dataflow.api.model.Name;

/// The form of the messages in a topic that is read.
public enum KafkaSourceFormat {
  /// The bytes as they are, JSON or not.
  @Name("json")
  JSON,
  /// Avro's binary form, which becomes JSON.
  @Name("avro")
  AVRO,
  /// JSON behind the id of its schema in a registry.
  @Name("jsonSchema")
  JSON_SCHEMA
}
