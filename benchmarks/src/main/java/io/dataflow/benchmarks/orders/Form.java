package io.dataflow.benchmarks.orders;

/// How a topic's records are written.
public enum Form {
  /// Plain JSON, which is what people have.
  JSON,
  /// The same, and behind every hundredth record one that no table takes.
  POISONED,
  /// JSON with a schema around it, which Kafka Connect's JDBC sink insists on.
  ENVELOPE;

  String text(Order order) {
    return switch (this) {
      case JSON, POISONED -> order.json();
      case ENVELOPE -> order.envelope();
    };
  }
}
