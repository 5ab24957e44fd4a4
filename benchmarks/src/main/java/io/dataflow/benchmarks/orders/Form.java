package io.dataflow.benchmarks.orders;

/// How a topic's records are written.
public enum Form {
  /// Plain JSON, which is what people have.
  JSON,
  /// JSON with a schema around it, which Kafka Connect's JDBC sink insists on.
  ENVELOPE;

  String text(Order order) {
    return switch (this) {
      case JSON -> order.json();
      case ENVELOPE -> order.envelope();
    };
  }
}
