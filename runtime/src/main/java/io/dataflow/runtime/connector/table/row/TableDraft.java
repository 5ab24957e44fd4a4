package io.dataflow.runtime.connector.table.row;

import io.dataflow.api.json.JsonObject;
import io.dataflow.api.message.Message;
import io.dataflow.api.transformation.RecordException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The table that a first batch of records asks for: a column for each field, in the order in which
/// they are first seen, of a type that holds all its values.
public final class TableDraft {
  private final Map<String, DraftType> columns = new LinkedHashMap<>();

  private final RowForm form;
  private final int nameMax;

  private TableDraft(RowForm form, int nameMax) {
    this.form = form;
    this.nameMax = nameMax;
  }

  /// The table for these messages.
  ///
  /// @param form what of them becomes a row
  /// @param nameMax the longest name that a column can have, in bytes of UTF-8
  public static TableDraft of(List<Message> messages, RowForm form, int nameMax) {
    var draft = new TableDraft(form, nameMax);
    for (var message : messages) {
      try {
        draft.add(form.row(message));
      } catch (RecordException e) {
        // It is no row, so it has no columns; whoever writes the messages refuses it.
        continue;
      }
    }
    return draft;
  }

  private void add(JsonObject object) {
    for (int i = 0; i < object.size(); i++) {
      var name = object.shape().name(i);
      int length = name.getBytes(StandardCharsets.UTF_8).length;
      // A record with a name that no column can have is refused later, by itself.
      if (length > 0 && length <= nameMax && name.indexOf(0) < 0 && !form.leavesOut(name, true)) {
        columns.merge(name, form.draftType(name, object.value(i)), DraftType::widen);
      }
    }
  }

  /// The same without a column.
  public TableDraft without(String column) {
    var draft = new TableDraft(form, nameMax);
    draft.columns.putAll(columns);
    draft.columns.remove(column);
    return draft;
  }

  /// The same with these columns alone.
  public TableDraft only(Set<String> names) {
    var draft = new TableDraft(form, nameMax);
    draft.columns.putAll(columns);
    draft.columns.keySet().retainAll(names);
    return draft;
  }

  /// The same with a column for times, whether records have it or not.
  public TableDraft with(String moment) {
    var draft = without(moment);
    draft.columns.put(moment, DraftType.MOMENT);
    return draft;
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
