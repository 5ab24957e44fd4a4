package io.dataflow.cli.sample;

import io.dataflow.api.json.Json;
import io.dataflow.api.json.JsonArray;
import io.dataflow.api.json.JsonObject;
import io.dataflow.api.json.JsonScalar;
import java.util.LinkedHashMap;
import java.util.Map;

/// Metadata as a sample's files have it.
public final class MetadataJson {
  private MetadataJson() {}

  static Map<String, Object> read(JsonObject json) {
    var entries = new LinkedHashMap<String, Object>();
    for (int i = 0; i < json.size(); i++) {
      entries.put(json.shape().name(i), value(json.value(i)));
    }
    return entries;
  }

  private static Object value(Json json) {
    return switch (json) {
      case JsonObject object -> read(object);
      case JsonArray array -> array.text();
      case JsonScalar scalar ->
          switch (scalar.kind()) {
            case NUMBER -> number(scalar.text());
            case STRING, BOOLEAN, NULL -> scalar.text();
          };
    };
  }

  private static Object number(String text) {
    return text.matches("-?[0-9]{1,18}") ? (Object) Long.valueOf(text) : text;
  }

  /// The entries as JSON, in their order.
  public static JsonObject write(Map<?, ?> entries) {
    var json = JsonObject.empty();
    entries.forEach((key, value) -> json.put(key.toString(), json(value)));
    return json;
  }

  private static Json json(Object value) {
    return switch (value) {
      case Map<?, ?> map -> write(map);
      case Long number -> JsonScalar.of(number);
      case Integer number -> JsonScalar.of(number);
      default -> JsonScalar.of(value.toString());
    };
  }
}
