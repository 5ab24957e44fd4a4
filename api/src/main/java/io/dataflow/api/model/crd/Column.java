package io.dataflow.api.model.crd;

import java.util.LinkedHashMap;
import java.util.Map;

/// A column of `kubectl get`.
///
/// @param type what stands in it: `string`, `integer`, `date`
/// @param path where it comes from, for example `.status.phase`
/// @param wide shown with `-o wide` only
public record Column(String name, String type, String path, String doc, boolean wide) {
  /// A column that is always shown.
  public static Column of(String name, String type, String path, String doc) {
    return new Column(name, type, path, doc, false);
  }

  /// A column for `-o wide`.
  public static Column wide(String name, String type, String path, String doc) {
    return new Column(name, type, path, doc, true);
  }

  Map<String, Object> printed() {
    var printed = new LinkedHashMap<String, Object>();
    printed.put("name", name);
    printed.put("type", type);
    printed.put("jsonPath", path);
    printed.put("description", doc);
    if (wide) {
      printed.put("priority", 1);
    }
    return printed;
  }
}
