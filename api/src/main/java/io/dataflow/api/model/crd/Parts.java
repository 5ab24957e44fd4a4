package io.dataflow.api.model.crd;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiFunction;

/// The schemas within a printed schema: its properties by their names, and that of its items.
final class Parts {
  private static final String[] ITEMS = {"items", "additionalProperties"};

  private Parts() {}

  /// The schemas of the properties.
  @SuppressWarnings("unchecked") // a schema's parts are schemas, by their keys
  static Map<String, Map<String, Object>> properties(Map<String, Object> schema) {
    return schema.get("properties") instanceof Map<?, ?> properties
        ? (Map<String, Map<String, Object>>) properties
        : Map.of();
  }

  /// A copy with each part replaced.
  ///
  /// @param change gets the property's name, or `[]` for items
  @SuppressWarnings("unchecked")
  static Map<String, Object> change(
      Map<String, Object> schema,
      BiFunction<String, Map<String, Object>, Map<String, Object>> change) {
    var changed = new LinkedHashMap<>(schema);
    if (schema.containsKey("properties")) {
      var keys = new LinkedHashMap<String, Object>();
      properties(schema).forEach((key, value) -> keys.put(key, change.apply(key, value)));
      changed.put("properties", keys);
    }
    for (var key : ITEMS) {
      if (schema.get(key) instanceof Map<?, ?> item) {
        changed.put(key, change.apply("[]", (Map<String, Object>) item));
      }
    }
    return changed;
  }
}
