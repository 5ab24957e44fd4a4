package io.dataflow.runtime.postgresql;

import io.dataflow.api.json.JsonObject;
import io.dataflow.api.message.Message;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// The table that a first batch of records asks for: a column for each field, in the order in which
/// they are first seen, of a type that holds all its values.
final class TableDraft {
  /// PostgreSQL cuts longer names off, in bytes.
  private static final int NAME_MAX = 63;

  private final Map<String, DraftType> columns = new LinkedHashMap<>();

  private TableDraft() {}

  static TableDraft of(List<Message> messages) {
    var draft = new TableDraft();
    for (var message : messages) {
      if (message.json().orElse(null) instanceof JsonObject object) {
        draft.add(object);
      }
    }
    return draft;
  }

  private void add(JsonObject object) {
    for (int i = 0; i < object.size(); i++) {
      var name = object.shape().name(i);
      int length = name.getBytes(StandardCharsets.UTF_8).length;
      // A record with a name that no column can have is refused later, by itself.
      if (length > 0 && length <= NAME_MAX && name.indexOf(0) < 0) {
        columns.merge(name, DraftType.of(object.value(i)), DraftType::widen);
      }
    }
  }

  /// Whether no record has had a field.
  boolean isEmpty() {
    return columns.isEmpty();
  }

  boolean has(String column) {
    return columns.containsKey(column);
  }

  /// The statement that creates it.
  ///
  /// @param key the columns of the primary key; none for a table without one
  String sql(QualifiedName name, List<String> key) {
    var definitions =
        columns.entrySet().stream()
            .map(column -> QualifiedName.quote(column.getKey()) + " " + column.getValue().sql())
            .collect(Collectors.joining(", "));
    var names = key.stream().map(QualifiedName::quote).collect(Collectors.joining(", "));
    var primaryKey = key.isEmpty() ? "" : ", PRIMARY KEY (" + names + ")";
    return "CREATE TABLE IF NOT EXISTS %s (%s%s)".formatted(name.quoted(), definitions, primaryKey);
  }
}
