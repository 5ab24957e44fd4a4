package io.dataflow.api.model.read;

import io.dataflow.api.model.problem.YamlPath;
import io.dataflow.api.model.type.Field;

/// Where a value stands, and how it might look there: what a message about it needs.
///
/// @param example a value as it would stand in YAML; empty when there is none
record Place(String path, String key, String example) {
  static Place of(Field field, String parent) {
    return new Place(YamlPath.field(parent, field.name()), field.name(), Wording.example(field));
  }

  static Place of(String parent, String key) {
    return new Place(YamlPath.field(parent, key), key, "");
  }

  /// The place of a list's item; the first item of the list's example is its own example.
  Place item(int index) {
    boolean list = example.startsWith("[") && example.endsWith("]");
    var first = list ? example.substring(1, example.length() - 1).split(",")[0].strip() : "";
    return new Place(YamlPath.item(path, index), "", first);
  }

  /// The place of an object's key.
  Place below(String name) {
    return new Place(YamlPath.field(path, name), name, "");
  }

  /// How `value` would be written here.
  String written(String value) {
    return key.isEmpty() ? value : key + ": " + value;
  }
}
