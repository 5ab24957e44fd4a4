package io.dataflow.cli.sample;

import io.dataflow.api.json.Json;
import io.dataflow.api.json.JsonException;
import io.dataflow.api.json.JsonObject;
import io.dataflow.api.message.Message;
import io.dataflow.api.message.Metadata;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/// One message in a file of messages.
///
/// @param number the line it stands on, from 1
/// @param body the message's bytes
/// @param metadata what its source knows of it; empty when the line does not say
public record MessageLine(int number, byte[] body, Optional<JsonObject> metadata) {

  /// The body as JSON; empty when it is not JSON.
  Optional<Json> json() {
    try {
      return Optional.of(Json.parse(body));
    } catch (JsonException notJson) {
      return Optional.empty();
    }
  }

  /// It as a source would have delivered it.
  public Message message() {
    return new Message(body, Metadata.of(metadata.map(MetadataJson::read).orElse(Map.of())));
  }

  /// The body for a person.
  String text() {
    return new String(body, StandardCharsets.UTF_8);
  }
}
