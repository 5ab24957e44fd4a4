package io.dataflow.benchmarks.orders;

import io.dataflow.api.spec.DeliveryGuarantee;

/// The processor's flow from an orders' topic into a table.
///
/// @param topic what it reads
/// @param table with the steps' result, or the records as they are in a flow without steps
/// @param delivery how often a record may arrive after a crash
public record OrderFlow(OrderTopic topic, OrderTable table, DeliveryGuarantee delivery) {
  /// The flow without any word on delivery.
  public OrderFlow(OrderTopic topic, OrderTable table) {
    this(topic, table, DeliveryGuarantee.AT_LEAST_ONCE);
  }

  /// The manifest, for these servers and this consumer group.
  public String manifest(Servers servers, String group) {
    return """
    apiVersion: dataflow.dataflow.io/v1
    kind: DataFlow
    metadata: {name: benchmark}
    spec:
      source: {type: kafka, config: {brokers: ["%s"], topic: %s, consumerGroup: %s}}
      transformations: %s
      sink: {type: postgresql, config: {connectionString: "%s", table: %s, %s}}
      %s
      delivery: %s
    """
        .formatted(
            servers.kafka().bootstrap(),
            topic.name(),
            group,
            steps(),
            servers.postgresql().connectionString(Servers.DATABASE),
            table.table(),
            mode(),
            errors(servers),
            delivery == DeliveryGuarantee.EFFECTIVELY_ONCE ? "effectivelyOnce" : "atLeastOnce");
  }

  private String mode() {
    return table.isWhole() ? "rawMode: true" : "upsertMode: " + (table == OrderTable.KEYED);
  }

  private String errors(Servers servers) {
    return topic.form() == Form.POISONED
        ? "errors: {type: kafka, config: {brokers: [\"%s\"], topic: %s}}"
            .formatted(servers.kafka().bootstrap(), topic.errors())
        : "";
  }

  private String steps() {
    return switch (table) {
      case ORDERS, KEYED ->
          """
          [{type: mask, config: {fields: [email]}}, {type: remove, config: {fields: [card]}},
              {type: timestamp, config: {fieldName: processed_at}}]\
          """;
      case RAW, WHOLE, INDEXED -> "[]";
    };
  }
}
