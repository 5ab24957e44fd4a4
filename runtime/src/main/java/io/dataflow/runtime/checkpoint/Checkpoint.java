package io.dataflow.runtime.checkpoint;

import io.dataflow.api.json.JsonObject;
import java.util.Optional;

/// What is kept between two lives of a processor.
///
/// @param positions `checkpoint.json`: an object for each source type
/// @param reset token of the last reset that was done
record Checkpoint(JsonObject positions, Optional<String> reset) {
  static Checkpoint empty() {
    return new Checkpoint(JsonObject.empty(), Optional.empty());
  }

  /// The same after a change. The objects of other source types stay as they are, byte for byte.
  Checkpoint with(Change change) {
    var changed = (JsonObject) positions.copy();
    change
        .positions()
        .forEach(
            (type, position) ->
                position.ifPresentOrElse(
                    json -> changed.put(type, json), () -> changed.remove(type)));
    return new Checkpoint(changed, change.reset().orElse(reset));
  }

  /// The position of a source type as it is written; empty when there is none.
  String text(String type) {
    return positions.get(type).map(Object::toString).orElse("");
  }
}
