package io.dataflow.runtime.connector.polling;

import io.dataflow.api.json.JsonObject;
import io.dataflow.runtime.connector.Mark;

/// A batch's place in the order of the cursor.
public record CursorMark(Position behind, Cursor cursor, Progress progress) implements Mark {
  @Override
  public JsonObject position() {
    return behind.json(cursor);
  }

  @Override
  public void acknowledged() {
    progress.acknowledge(behind, cursor);
  }
}
