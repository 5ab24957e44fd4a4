package io.dataflow.runtime.postgresql.sink;

import io.dataflow.api.json.JsonObject;
import io.dataflow.api.json.JsonScalar;
import io.dataflow.api.message.Message;
import io.dataflow.runtime.connector.Batch;
import io.dataflow.runtime.connector.Mark;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/// The place of a batch in a source whose one partition `p` has records with numbers from 0.
///
/// @param from the number of the batch's first record
/// @param count how many of its records it is behind
record NumberedMark(long from, int count, long assignment) implements Mark {

  /// The mark of these messages, which get their places in the batch by it.
  static NumberedMark of(long from, List<Message> messages, long assignment) {
    var mark = new NumberedMark(from, messages.size(), assignment);
    return (NumberedMark) new Batch(messages, mark).mark();
  }

  @Override
  public JsonObject position() {
    var position = JsonObject.empty();
    position.put("next", JsonScalar.of(from + count));
    return position;
  }

  @Override
  public void acknowledged() {
    throw new AssertionError("a sink acknowledges nothing");
  }

  @Override
  public Mark first(int records) {
    return new NumberedMark(from, records, assignment);
  }

  @Override
  public Map<String, JsonObject> byPartition() {
    return Map.of("p", position());
  }

  @Override
  public Map<String, JsonObject> beyond(Map<String, JsonObject> stored) {
    return from + count > next(stored) ? byPartition() : Map.of();
  }

  @Override
  public Predicate<Message> storedIn(Map<String, JsonObject> stored) {
    return message -> from + message.index() < next(stored);
  }

  private static long next(Map<String, JsonObject> stored) {
    return stored.containsKey("p")
        ? Long.parseLong(stored.get("p").get("next").orElseThrow().text())
        : 0;
  }
}
