package io.dataflow.runtime.flow.deadletter;

import io.dataflow.api.json.Json;
import io.dataflow.api.json.JsonObject;
import io.dataflow.api.json.JsonScalar;
import java.util.Map;

/// Metadata as JSON: whole numbers stay numbers, maps objects, everything else is text.
final class MetadataJson {
  private MetadataJson() {}

  static JsonObject of(Map<String, Object> entries) {
    var object = JsonObject.empty();
    entries.forEach((key, value) -> object.put(key, of(value)));
    return object;
  }

  private static Json of(Object value) {
    return switch (value) {
      case Integer number -> JsonScalar.of(number);
      case Long number -> JsonScalar.of(number);
      case Boolean truth -> truth ? JsonScalar.TRUE : JsonScalar.FALSE;
      case Map<?, ?> map -> nested(map);
      default -> JsonScalar.of(value.toString().replace('\0', '\u2400'));
    };
  }

  private static JsonObject nested(Map<?, ?> map) {
    var object = JsonObject.empty();
    map.forEach((key, value) -> object.put(key.toString(), of(value)));
    return object;
  }
}
