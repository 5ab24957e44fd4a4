package io.dataflow.runtime.connector.polling;

import io.dataflow.api.json.JsonObject;
import io.dataflow.api.message.Message;
import io.dataflow.runtime.connector.Mark;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/// A batch's place in the order of the cursor.
///
/// @param before behind which row the batch can be found again
/// @param rows its rows, in order
/// @param behind what to remember when all of them are written
/// @param ahead positions at or behind all of its rows that some sinks had stored at the start:
///     they have the batch
public record CursorMark(
    Position before,
    List<Row> rows,
    Position behind,
    StoredForm form,
    Progress progress,
    List<Position> ahead)
    implements Mark {
  @Override
  public JsonObject position() {
    return behind.json(form.cursor());
  }

  @Override
  public void acknowledged() {
    progress.acknowledge(behind, form.cursor());
  }

  @Override
  public Map<String, JsonObject> byPartition() {
    return behind.equals(Position.START) ? Map.of() : Map.of(WHOLE, form.json(behind));
  }

  @Override
  public Map<String, JsonObject> beyond(Map<String, JsonObject> stored) {
    return position(stored)
        .filter(at -> ahead.contains(at) || at.equals(form.canonical(behind)))
        .map(_ -> Map.<String, JsonObject>of())
        .orElseGet(this::byPartition);
  }

  /// Positions of other batches say nothing here, because only the server can compare them: what
  /// was stored at the start is ahead of the batch or before it, and what was stored since is of
  /// this batch or of one before it.
  @Override
  public Predicate<Message> storedIn(Map<String, JsonObject> stored) {
    int count = position(stored).map(this::stored).orElse(0);
    return message -> message.index() < count;
  }

  private static Optional<Position> position(Map<String, JsonObject> stored) {
    return Optional.ofNullable(stored.get(WHOLE)).map(Position::of);
  }

  /// How many of the rows are not behind a stored position.
  private int stored(Position at) {
    if (ahead.contains(at)) {
      return Integer.MAX_VALUE;
    }
    for (int i = rows.size() - 1; i >= 0; i--) {
      // The key alone is compared fast, and has the same text in both forms.
      if (rows.get(i).key().equals(at.key()) && form.canonical(place(i)).equals(at)) {
        return i + 1;
      }
    }
    return 0;
  }

  private Position place(int row) {
    return form.cursor().place(rows.get(row));
  }

  /// Rows that the cursor cannot tell from the next one are not passed: behind them the cursor
  /// would not find it. So a mark made here may have fewer rows than the batch.
  @Override
  public Mark first(int count) {
    int end = Math.min(count, rows.size());
    while (end > 0 && end < rows.size() && rows.get(end - 1).isWhere(rows.get(end))) {
      end--;
    }
    return new CursorMark(before, rows.subList(0, end), behind(end), form, progress, ahead);
  }

  private Position behind(int count) {
    if (count == rows.size()) {
      return behind;
    }
    return count == 0 ? before : place(count - 1);
  }
}
