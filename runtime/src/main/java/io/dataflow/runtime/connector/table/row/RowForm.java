package io.dataflow.runtime.connector.table.row;

import io.dataflow.api.json.Json;
import io.dataflow.api.json.JsonObject;
import io.dataflow.api.message.Message;

/// What of a message becomes a row: an object with a field for each column.
public sealed interface RowForm permits FieldRow, RawRow {
  /// The row.
  ///
  /// @throws io.dataflow.api.transformation.RecordException with why the message is none
  JsonObject row(Message message);

  /// Whether the value for a column is not written, and the record all the same.
  ///
  /// @param exists whether the table has such a column
  default boolean leavesOut(String column, boolean exists) {
    return false;
  }

  /// Whether a column is to be added for a value that the table has none for.
  default boolean asksForColumns() {
    return false;
  }

  /// The type that a value asks for in a table that is to be created.
  DraftType draftType(String column, Json value);
}
