package io.dataflow.runtime.camel;

import io.dataflow.api.json.Bytes;
import io.dataflow.api.json.JsonScalar;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/// Java's own objects as JSON: what Camel's data formats make of a body.
final class PlainJson {
  private PlainJson() {}

  /// Whether it is one that has a form in JSON besides its text.
  static boolean has(Object value) {
    return value instanceof Map
        || value instanceof List
        || value instanceof Number
        || value instanceof Boolean;
  }

  /// The value as JSON.
  static byte[] of(Object value) {
    var out = new Bytes(256);
    write(value, out);
    return out.toByteArray();
  }

  private static void write(Object value, Bytes out) {
    switch (value) {
      case null -> JsonScalar.NULL.writeTo(out);
      case Boolean flag -> (flag ? JsonScalar.TRUE : JsonScalar.FALSE).writeTo(out);
      case Double number when !Double.isFinite(number) -> JsonScalar.NULL.writeTo(out);
      case Float number when !Float.isFinite(number) -> JsonScalar.NULL.writeTo(out);
      case BigDecimal number -> put(number.toString(), out);
      case Number number -> put(number.toString(), out);
      case Map<?, ?> map -> {
        char separator = '{';
        for (var entry : map.entrySet()) {
          put(String.valueOf(separator), out);
          JsonScalar.of(String.valueOf(entry.getKey())).writeTo(out);
          put(":", out);
          write(entry.getValue(), out);
          separator = ',';
        }
        put(map.isEmpty() ? "{}" : "}", out);
      }
      case List<?> list -> {
        char separator = '[';
        for (var item : list) {
          put(String.valueOf(separator), out);
          write(item, out);
          separator = ',';
        }
        put(list.isEmpty() ? "[]" : "]", out);
      }
      case Object other -> JsonScalar.of(other.toString()).writeTo(out);
    }
  }

  private static void put(String text, Bytes out) {
    out.put(text.getBytes(java.nio.charset.StandardCharsets.US_ASCII));
  }
}
