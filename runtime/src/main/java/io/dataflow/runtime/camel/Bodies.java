package io.dataflow.runtime.camel;

import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.apache.camel.Exchange;

/// Bodies of exchanges as bodies of messages.
final class Bodies {
  private static final String JACKSON = "com.fasterxml.jackson.databind.node.";

  private Bodies() {}

  /// What the exchange holds: nothing, one body, or the items of a list.
  static Iterator<?> of(Exchange exchange) {
    var body = exchange.getMessage().getBody();
    return switch (body) {
      case null -> List.of().iterator();
      case List<?> list -> list.iterator();
      case Iterator<?> items -> items;
      case Object[] items -> List.of(items).iterator();
      default -> List.of(body).iterator();
    };
  }

  /// Its bytes; empty when nobody knows how to make bytes of it.
  static Optional<byte[]> bytes(Object body, Exchange exchange) {
    return switch (body) {
      case byte[] bytes -> Optional.of(bytes);
      case String text -> Optional.of(text.getBytes(StandardCharsets.UTF_8));
      case Object value when PlainJson.has(value) -> Optional.of(PlainJson.of(value));
      case Object value when value.getClass().getName().startsWith(JACKSON) ->
          Optional.of(value.toString().getBytes(StandardCharsets.UTF_8));
      default ->
          Optional.ofNullable(
              exchange.getContext().getTypeConverter().tryConvertTo(byte[].class, exchange, body));
    };
  }
}
