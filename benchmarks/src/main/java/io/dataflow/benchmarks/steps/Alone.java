package io.dataflow.benchmarks.steps;

import io.dataflow.api.message.Metadata;
import io.dataflow.benchmarks.orders.Order;
import io.dataflow.benchmarks.steps.loop.ChainLoop;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.LongStream;

/// Each transformation with a record that gives it something to do: an order of about 190 bytes,
/// alone or inside of something.
enum Alone {
  NONE("no step", Alone::order, ""),
  CAMEL_CASE("camelCase", Alone::order, "{}"),
  CAST("cast", Alone::order, "{spec: {card: int64, amount: float64, id: string}}"),
  DEBEZIUM_UNWRAP("debeziumUnwrap", Alone::event, "{}"),
  EXTRACT_FIELD("extractField", Alone::event, "{field: payload.after}"),
  FILTER("filter", Alone::order, "{condition: \"$.status != 'gone' && $.amount >= 0\"}"),
  FLATTEN("flatten (to 5 records)", Alone::lines, "{field: lines}"),
  HEADERS_TO_PAYLOAD("headersToPayload", Alone::order, "{mappings: ['tenant:tenant']}"),
  HOIST_FIELD("hoistField", Alone::order, "{field: order}"),
  INSERT_FIELD("insertField", Alone::order, "{fields: {a: web, b: '${metadata.topic}'}}"),
  MASK("mask", Alone::order, "{fields: [email, card], keepLength: true}"),
  REMOVE("remove", Alone::order, "{fields: [email, card]}"),
  REPLACE_FIELD("replaceField", Alone::order, "{renames: ['email:mail', 'note:remark']}"),
  ROUTER("router", Alone::order, "{routes: [{condition: \"$.status == 'sent'\", sink: %s}]}"),
  SELECT("select", Alone::order, "{fields: [id, customer, amount, status]}"),
  SNAKE_CASE("snakeCase", Alone::nested, "{}"),
  SNAKE_CASE_DEEP("snakeCase (deep)", Alone::nested, "{deep: true}"),
  STRUCT_FLATTEN("structFlatten", Alone::nested, "{}"),
  TIMESTAMP("timestamp", Alone::order, "{}"),
  TIMEZONE("timezone", Alone::order, "{timezone: Europe/Berlin, fields: [created]}");

  private static final String SINK =
      "{type: kafka, config: {brokers: [\"none:1\"], topic: others}}";
  private static final Metadata METADATA =
      Metadata.of(Map.of("topic", "orders", "headers", Map.of("tenant", "north")));

  private final String words;
  private final UnaryOperator<String> record;
  private final String config;

  Alone(String words, UnaryOperator<String> record, String config) {
    this.words = words;
    this.record = record;
    this.config = config;
  }

  /// What the results call it: first of all its type.
  String words() {
    return words;
  }

  List<byte[]> records(int count) {
    return LongStream.rangeClosed(1, count)
        .mapToObj(id -> record.apply(new Order(id).json()).getBytes(StandardCharsets.UTF_8))
        .toList();
  }

  ChainLoop chain() {
    var step =
        this == NONE
            ? "  []"
            : "- {type: %s, config: %s}".formatted(words.split(" ")[0], config.formatted(SINK));
    return new ChainLoop(step, METADATA);
  }

  private static String order(String order) {
    return order;
  }

  private static String event(String order) {
    return "{\"payload\":{\"op\":\"c\",\"before\":null,\"after\":" + order + "}}";
  }

  private static String lines(String order) {
    var line = "{\"sku\":\"lamp\",\"price\":12.50}";
    return order.replace(
        "}", ",\"lines\":[" + String.join(",", List.of(line, line, line, line, line)) + "]}");
  }

  private static String nested(String order) {
    return order
        .replace("\"email\"", "\"shipTo\":{\"eMail\"")
        .replace(",\"amount\"", "},\"netAmount\"");
  }
}
