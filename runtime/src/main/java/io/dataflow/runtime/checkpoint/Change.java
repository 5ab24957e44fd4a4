package io.dataflow.runtime.checkpoint;

import io.dataflow.api.json.JsonObject;
import java.util.Map;
import java.util.Optional;

/// What is to become of a checkpoint.
///
/// @param positions by source type; an empty one is forgotten
/// @param reset the token of the reset that this is, or none in place of one; empty leaves it
record Change(Map<String, Optional<JsonObject>> positions, Optional<Optional<String>> reset) {
  static Change of(Map<String, Optional<JsonObject>> positions) {
    return new Change(positions, Optional.empty());
  }

  /// Forgets a position because a reset of this token is asked for.
  static Change reset(String type, String token) {
    return new Change(Map.of(type, Optional.empty()), Optional.of(Optional.of(token)));
  }

  /// Forgets that there was a reset, so that another one of the same token is done again.
  static Change forgetReset() {
    return new Change(Map.of(), Optional.of(Optional.empty()));
  }
}
