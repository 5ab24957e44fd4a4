package io.dataflow.runtime.connector.polling;

import io.dataflow.api.json.JsonObject;
import io.dataflow.runtime.connector.Mark;
import java.util.List;

/// A batch's place in the order of the cursor.
///
/// @param before behind which row the batch can be found again
/// @param rows its rows, in order
/// @param behind what to remember when all of them are written
public record CursorMark(
    Position before, List<Row> rows, Position behind, Cursor cursor, Progress progress)
    implements Mark {
  @Override
  public JsonObject position() {
    return behind.json(cursor);
  }

  @Override
  public void acknowledged() {
    progress.acknowledge(behind, cursor);
  }

  /// Rows that the cursor cannot tell from the next one are not passed: behind them the cursor
  /// would not find it.
  @Override
  public Mark first(int count) {
    int place = count;
    while (place > 0 && place < rows.size() && rows.get(place - 1).isWhere(rows.get(place))) {
      place--;
    }
    var position = behind(place);
    return new CursorMark(before, rows.subList(0, place), position, cursor, progress);
  }

  private Position behind(int count) {
    if (count == rows.size()) {
      return behind;
    }
    return count == 0 ? before : cursor.place(rows.get(count - 1));
  }
}
