package io.dataflow.benchmarks.steps.loop;

import io.dataflow.api.message.Metadata;
import io.dataflow.benchmarks.orders.Order;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.LongFunction;
import java.util.stream.LongStream;

/// What is to be done to which records. A quarter of them is filtered away.
public enum Job {
  /// Five steps for flat orders.
  ORDERS(
      "Orders",
      id -> new Order(id).json(),
      Metadata.of(Map.of()),
      """
      - {type: filter, config: {condition: "$.status != 'new'"}}
      - {type: mask, config: {fields: [email]}}
      - {type: remove, config: {fields: [card]}}
      - {type: timestamp, config: {fieldName: processed_at}}
      - {type: select, config: {fields: [id, customer, email, amount, status, processed_at]}}
      """),
  /// Thirteen steps for events: all that make one record of one, but for those that read times or
  /// would do what another one does already.
  EVENTS(
      "Events",
      id -> new Event(id).json(),
      Event.METADATA,
      """
      - {type: extractField, config: {field: data}}
      - {type: filter, config: {condition: "$.status != 'new'"}}
      - {type: structFlatten, config: {delimiter: _}}
      - {type: snakeCase}
      - {type: replaceField, config: {renames: ["customer_full_name:customer", "order_id:id"]}}
      - {type: remove, config: {fields: [customer_card]}}
      - {type: mask, config: {fields: [customer_e_mail]}}
      - {type: cast, config: {spec: {id: int64}}}
      - {type: headersToPayload, config: {mappings: ["tenant:tenant"]}}
      - {type: insertField, config: {fields: {channel: web, topic: "${metadata.topic}"}}}
      - {type: timestamp, config: {fieldName: processed_at}}
      - type: select
        config:
          fields:
            [id, customer, customer_e_mail, amount, status, tenant, channel, topic, processed_at]
      - {type: hoistField, config: {field: order}}
      """);

  private final String words;
  private final LongFunction<String> record;
  private final Metadata metadata;
  private final String steps;

  Job(String words, LongFunction<String> record, Metadata metadata, String steps) {
    this.words = words;
    this.record = record;
    this.metadata = metadata;
    this.steps = steps;
  }

  /// What the results call it.
  public String words() {
    return words;
  }

  /// So many records.
  public List<byte[]> records(int count) {
    return LongStream.rangeClosed(1, count)
        .mapToObj(id -> record.apply(id).getBytes(StandardCharsets.UTF_8))
        .toList();
  }

  /// The processor's own steps for it.
  public ChainLoop chain() {
    return new ChainLoop(steps, metadata);
  }
}
