package io.dataflow.runtime.postgresql.cdc.change;

import io.dataflow.api.message.Metadata;
import io.dataflow.runtime.postgresql.cdc.value.ValueForm;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What is known of a change besides the row: `table`, `operation`, `id` and `lsn`.
///
/// @param idText the server's text of the column `id`; empty when there is none
/// @param number whether it is a number
record ChangeMetadata(
    String table, ChangeOperation operation, Optional<String> idText, boolean number, long lsn)
    implements Metadata {
  private static final List<String> NAMES = List.of("table", "operation", "id", "lsn");

  @Override
  public Optional<Object> get(String name) {
    return switch (name) {
      case "table" -> Optional.of(table);
      case "operation" -> Optional.of(operation.label());
      case "id" -> idText.map(this::id);
      case "lsn" -> Optional.of(lsn);
      default -> Optional.empty();
    };
  }

  @Override
  public Map<String, Object> asMap() {
    var map = new LinkedHashMap<String, Object>();
    NAMES.forEach(name -> get(name).ifPresent(value -> map.put(name, value)));
    return map;
  }

  private Object id(String text) {
    // Nineteen digits may be more than a long holds; such a number stays a text.
    return number && text.matches("-?\\d{1,18}") ? (Object) Long.valueOf(text) : text;
  }

  static ChangeMetadata of(TableChange change) {
    var relation = change.relation();
    int id = relation.id();
    boolean number = id >= 0 && relation.columns().get(id).form() == ValueForm.NUMBER;
    return new ChangeMetadata(
        relation.name(), change.operation(), change.row().text(id), number, change.lsn());
  }
}
