package io.dataflow.benchmarks.orders;

/// The processor's flow from an orders' topic into a table.
///
/// @param topic what it reads
/// @param table with the steps' result, or the records as they are in a flow without steps
public record OrderFlow(OrderTopic topic, OrderTable table) {

  /// The manifest, for these servers and this consumer group.
  public String manifest(Servers servers, String group) {
    return """
    apiVersion: dataflow.dataflow.io/v1
    kind: DataFlow
    metadata: {name: benchmark}
    spec:
      source: {type: kafka, config: {brokers: ["%s"], topic: %s, consumerGroup: %s}}
      transformations: %s
      sink: {type: postgresql, config: {connectionString: "%s", table: %s}}
    """
        .formatted(
            servers.kafka().bootstrap(),
            topic.name(),
            group,
            steps(),
            servers.postgresql().connectionString(Servers.DATABASE),
            table.table());
  }

  private String steps() {
    return switch (table) {
      case ORDERS ->
          """
          [{type: mask, config: {fields: [email]}}, {type: remove, config: {fields: [card]}},
              {type: timestamp, config: {fieldName: processed_at}}]\
          """;
      case RAW -> "[]";
    };
  }
}
