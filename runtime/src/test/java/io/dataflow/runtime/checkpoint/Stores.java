package io.dataflow.runtime.checkpoint;

import io.dataflow.api.json.Json;
import io.dataflow.api.json.JsonObject;
import io.dataflow.runtime.connector.CheckpointStore;
import io.dataflow.runtime.connector.UnavailableException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/// Stores and positions for tests.
final class Stores {
  static final Duration LIMIT = Duration.ofSeconds(60);

  /// Every position is written before `save` returns.
  static final Saving AT_ONCE = new Saving(Duration.ZERO, true, LIMIT, LIMIT);

  /// The first position is written, and the others when the store closes.
  static final Saving FIRST_AND_LAST = new Saving(Duration.ofDays(1), true, LIMIT, LIMIT);

  private Stores() {}

  static CheckpointStore open(
      CheckpointPlace place, Saving saving, CheckpointEvents events, Optional<String> reset)
      throws UnavailableException {
    var store = new CoalescingCheckpointStore(place, saving, events);
    store.open("postgresql", reset);
    return store;
  }

  static JsonObject position(String key) {
    return json("{\"lastReadOrderByValue\":" + key + "}");
  }

  static JsonObject json(String text) {
    return (JsonObject) Json.parse(text.getBytes(StandardCharsets.UTF_8));
  }
}
