package io.dataflow.runtime.connector.table;

import io.dataflow.api.json.JsonObject;
import io.dataflow.api.message.Message;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The table that a first batch of records asks for: a column for each field, in the order in which
/// they are first seen, of a type that holds all its values.
public final class TableDraft {
  private final Map<String, DraftType> columns = new LinkedHashMap<>();

  private final int nameMax;

  private TableDraft(int nameMax) {
    this.nameMax = nameMax;
  }

  /// The table for these messages.
  ///
  /// @param nameMax the longest name that a column can have, in bytes of UTF-8
  public static TableDraft of(List<Message> messages, int nameMax) {
    var draft = new TableDraft(nameMax);
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
      if (length > 0 && length <= nameMax && name.indexOf(0) < 0) {
        columns.merge(name, DraftType.of(object.value(i)), DraftType::widen);
      }
    }
  }

  /// Whether no record has had a field.
  public boolean isEmpty() {
    return columns.isEmpty();
  }

  /// Whether a record has had such a field.
  public boolean has(String column) {
    return columns.containsKey(column);
  }

  /// The columns with their types, in order.
  public Map<String, DraftType> columns() {
    return Collections.unmodifiableMap(columns);
  }
}
