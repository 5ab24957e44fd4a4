package io.dataflow.runtime.contract.sink;

import io.dataflow.api.json.JsonObject;
import io.dataflow.api.json.JsonScalar;
import io.dataflow.api.message.Message;
import io.dataflow.runtime.connector.Batch;
import io.dataflow.runtime.connector.Mark;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/// The place of a batch in a source of one partition: how many records are before its end.
///
/// @param start how many are before its first record
/// @param count how many of its records it is behind
public record CountedMark(int start, int count) implements Mark {
  private static final String RECORDS = "records";

  /// The place of these messages, which get their places in the batch.
  public static Mark of(int start, List<Message> messages) {
    return new Batch(messages, new CountedMark(start, messages.size())).mark();
  }

  /// How many records are before a stored position.
  public static int records(Optional<JsonObject> stored) {
    return stored
        .flatMap(position -> position.get(RECORDS))
        .map(records -> Integer.parseInt(records.text()))
        .orElse(0);
  }

  @Override
  public JsonObject position() {
    var position = JsonObject.empty();
    position.put(RECORDS, JsonScalar.of(start + count));
    return position;
  }

  @Override
  public void acknowledged() {
    throw new AssertionError("a sink acknowledges nothing");
  }

  @Override
  public Mark first(int records) {
    return new CountedMark(start, records);
  }

  @Override
  public Map<String, JsonObject> beyond(Map<String, JsonObject> stored) {
    return start + count > in(stored) ? byPartition() : Map.of();
  }

  @Override
  public Predicate<Message> storedIn(Map<String, JsonObject> stored) {
    return message -> start + message.index() < in(stored);
  }

  private static int in(Map<String, JsonObject> stored) {
    return records(Optional.ofNullable(stored.get(WHOLE)));
  }
}
