package io.dataflow.cli.sample;

import io.dataflow.api.json.Json;
import io.dataflow.api.json.JsonException;
import io.dataflow.api.json.JsonObject;
import java.util.Optional;
import java.util.Set;

/// A message with its metadata on one line: `{"value": …, "metadata": {…}}`.
record Envelope(Json value, JsonObject metadata) {
  private static final String VALUE = "value";
  private static final String METADATA = "metadata";

  /// The envelope on a line; empty when the line is anything else.
  static Optional<Envelope> parse(byte[] line) {
    try {
      return Json.parse(line) instanceof JsonObject object
              && object.size() == 2
              && Set.of(object.shape().name(0), object.shape().name(1))
                  .equals(Set.of(VALUE, METADATA))
              && object.get(METADATA).orElseThrow() instanceof JsonObject metadata
          ? Optional.of(new Envelope(object.get(VALUE).orElseThrow(), metadata))
          : Optional.empty();
    } catch (JsonException notJson) {
      return Optional.empty();
    }
  }
}
