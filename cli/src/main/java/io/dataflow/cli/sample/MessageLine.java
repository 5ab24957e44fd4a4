package io.dataflow.cli.sample;

import io.dataflow.api.json.Json;
import io.dataflow.api.json.JsonException;
import io.dataflow.api.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// One message in a file of messages.
///
/// @param number the line it stands on, from 1
/// @param body the message's bytes
/// @param metadata what its source knows of it; empty when the line does not say
record MessageLine(int number, byte[] body, Optional<JsonObject> metadata) {

  /// The body as JSON; empty when it is not JSON.
  Optional<Json> json() {
    try {
      return Optional.of(Json.parse(body));
    } catch (JsonException notJson) {
      return Optional.empty();
    }
  }

  /// The body for a person.
  String text() {
    return new String(body, StandardCharsets.UTF_8);
  }
}
