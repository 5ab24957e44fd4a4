package io.dataflow.runtime.connector.polling;

import io.dataflow.api.message.Metadata;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// What is known of a row besides its columns: `table`, `operation` and `id`.
///
/// @param around what the table lies in, by name: `catalog`, `schema`
/// @param table as in the manifest; empty for a query without one
/// @param idText the text of the order column; empty when the row has none
/// @param number whether the id is a number
public record RowMetadata(
    Map<String, String> around,
    Optional<String> table,
    Operation operation,
    Optional<String> idText,
    boolean number)
    implements Metadata {

  @Override
  public Optional<Object> get(String name) {
    return switch (name) {
      case "table" -> table.map(text -> text);
      case "operation" -> Optional.of(operation.label());
      case "id" -> id();
      default -> Optional.ofNullable(around.get(name));
    };
  }

  @Override
  public Map<String, Object> asMap() {
    var map = new LinkedHashMap<String, Object>(around);
    for (var name : new String[] {"table", "operation", "id"}) {
      get(name).ifPresent(value -> map.put(name, value));
    }
    return map;
  }

  private Optional<Object> id() {
    return idText.map(this::id);
  }

  private Object id(String text) {
    // Nineteen digits may be more than a long holds; such a number stays a text.
    return number && text.matches("-?\\d{1,18}") ? (Object) Long.valueOf(text) : text;
  }
}
