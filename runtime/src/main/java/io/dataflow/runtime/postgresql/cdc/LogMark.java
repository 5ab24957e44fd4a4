package io.dataflow.runtime.postgresql.cdc;

import io.dataflow.api.json.JsonObject;
import io.dataflow.api.message.Message;
import io.dataflow.runtime.connector.Mark;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/// A batch's place in the log.
///
/// @param before the place before the batch
/// @param places where each message stands: of its transaction the place of the commit, and of its
///     change the place in that; none of a snapshot, whose rows have no place
/// @param behind what to remember when all of it is written
record LogMark(LogPosition before, Places places, LogPosition behind, LogProgress progress)
    implements Mark {
  /// For each message of a batch its transaction and its place in that.
  ///
  /// @param complete behind which complete transaction its own begins
  record Places(long[] commits, long[] ordinals, long[] complete) {
    /// Of rows that have no place.
    static final Places NONE = new Places(new long[0], new long[0], new long[0]);

    int size() {
      return commits.length;
    }
  }

  @Override
  public JsonObject position() {
    return behind.json();
  }

  @Override
  public void acknowledged() {
    progress.acknowledge(behind);
  }

  @Override
  public Map<String, JsonObject> beyond(Map<String, JsonObject> stored) {
    var at = at(stored);
    boolean behindAll =
        at.isPresent() && at.get().snapshot().isEmpty() && at.get().isBeyond(behind);
    return behindAll ? Map.of() : byPartition();
  }

  @Override
  public Predicate<Message> storedIn(Map<String, JsonObject> stored) {
    return at(stored)
        .<Predicate<Message>>map(at -> message -> isStored(message.index(), at))
        .orElse(_ -> false);
  }

  private boolean isStored(int index, LogPosition at) {
    return index >= 0
        && index < places.size()
        && at.covers(places.commits()[index], places.ordinals()[index]);
  }

  private static Optional<LogPosition> at(Map<String, JsonObject> stored) {
    return Optional.ofNullable(stored.get(WHOLE)).map(LogPosition::of);
  }

  /// The place behind the last change all of whose messages are among the first `count`.
  @Override
  public Mark first(int count) {
    int end = Math.min(count, places.size());
    while (end > 0 && end < places.size() && isSameChange(end - 1, end)) {
      end--;
    }
    if (end == 0) {
      return new LogMark(before, places, before, progress);
    }
    var at =
        LogPosition.behind(places.complete()[end - 1])
            .within(places.commits()[end - 1], places.ordinals()[end - 1]);
    return new LogMark(before, places, at, progress);
  }

  private boolean isSameChange(int one, int other) {
    return places.commits()[one] == places.commits()[other]
        && places.ordinals()[one] == places.ordinals()[other];
  }
}
