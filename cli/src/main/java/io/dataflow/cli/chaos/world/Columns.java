package io.dataflow.cli.chaos.world;

import io.dataflow.api.json.Json;
import io.dataflow.api.json.JsonArray;
import io.dataflow.api.json.JsonObject;
import io.dataflow.api.json.JsonScalar;
import io.dataflow.api.json.ScalarKind;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/// The columns of a table for made-up records: a name and a type for each field.
final class Columns {
  private final Map<String, String> types = new LinkedHashMap<>();

  /// Sets a column's type, whatever its values look like.
  Columns set(String name, String type) {
    types.put(name, type);
    return this;
  }

  /// Adds the fields of a record that are not known yet.
  Columns add(JsonObject record) {
    for (int i = 0; i < record.size(); i++) {
      types.putIfAbsent(record.shape().name(i), type(record.value(i)));
    }
    return this;
  }

  private static String type(Json value) {
    return switch (value) {
      case JsonObject _, JsonArray _ -> "jsonb";
      case JsonScalar scalar when scalar.kind() == ScalarKind.NUMBER -> "numeric";
      case JsonScalar scalar when scalar.kind() == ScalarKind.BOOLEAN -> "boolean";
      case JsonScalar _ -> "text";
    };
  }

  /// The columns as `CREATE TABLE` takes them.
  String sql() {
    return types.entrySet().stream()
        .map(column -> quoted(column.getKey()) + " " + column.getValue())
        .collect(Collectors.joining(", "));
  }

  /// A name in double quotes.
  static String quoted(String name) {
    return "\"" + name.replace("\"", "\"\"") + "\"";
  }
}
