package io.dataflow.runtime.cluster;

import io.dataflow.api.json.Json;
import io.dataflow.api.json.JsonException;
import io.dataflow.api.json.JsonObject;
import java.util.Optional;

/// What the API server has answered.
///
/// @param status of HTTP
public record Answer(int status, byte[] body) {
  private static final int LONGEST_REASON = 300;

  /// Whether it has done what was asked.
  public boolean isGood() {
    return status / 100 == 2;
  }

  /// The object that it has answered with; empty when it is none.
  public Optional<JsonObject> object() {
    try {
      return Optional.of(Json.parse(body))
          .filter(JsonObject.class::isInstance)
          .map(JsonObject.class::cast);
    } catch (JsonException e) {
      return Optional.empty();
    }
  }

  /// The server's own words for what it does not like, for a person: `422 …`.
  public String reason() {
    var message = object().flatMap(status -> status.get("message")).map(Json::text).orElse("");
    var text = (status + " " + message.lines().findFirst().orElse("")).strip();
    return text.length() > LONGEST_REASON ? text.substring(0, LONGEST_REASON) + "…" : text;
  }
}
