package io.dataflow.runtime.connector.table.row;

import io.dataflow.api.json.Json;
import io.dataflow.api.json.JsonObject;
import io.dataflow.api.message.Message;

/// Each field of the body is a column.
///
/// @param asksForColumns whether one is added for a field that has none
public record FieldRow(boolean asksForColumns) implements RowForm {
  @Override
  public JsonObject row(Message message) {
    return RowObject.of(message);
  }

  @Override
  public DraftType draftType(String column, Json value) {
    return DraftType.of(value);
  }
}
