package io.dataflow.runtime.checkpoint;

import io.dataflow.api.json.Json;
import io.dataflow.api.json.JsonException;
import io.dataflow.api.json.JsonObject;
import io.dataflow.api.json.JsonScalar;
import io.dataflow.runtime.cluster.Answer;
import io.dataflow.runtime.connector.FlowException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Function;

/// A ConfigMap with a checkpoint, as it was at one moment.
///
/// @param uid which object it was
/// @param number its `resourceVersion`
record ConfigMapVersion(String uid, String number, Checkpoint checkpoint) {
  static final ConfigMapVersion NONE = new ConfigMapVersion("", "", Checkpoint.empty());

  private static final String POSITIONS = "checkpoint.json";
  private static final String RESET = "reset";

  /// @param unusable makes the failure of a content that makes no sense
  static ConfigMapVersion of(Answer answer, Function<String, FlowException> unusable) {
    var object = answer.object().orElseThrow(() -> unusable.apply("the answer is no object"));
    var data = child(object, "data");
    var reset = text(data, RESET);
    return new ConfigMapVersion(
        text(child(object, "metadata"), "uid"),
        text(child(object, "metadata"), "resourceVersion"),
        new Checkpoint(
            positions(text(data, POSITIONS), unusable),
            Optional.of(reset).filter(token -> !token.isEmpty())));
  }

  private static JsonObject positions(String text, Function<String, FlowException> unusable) {
    if (text.isBlank()) {
      return JsonObject.empty();
    }
    try {
      if (Json.parse(text.getBytes(StandardCharsets.UTF_8)) instanceof JsonObject positions) {
        return positions;
      }
    } catch (JsonException e) {
      throw unusable.apply("`checkpoint.json` in it is not JSON: " + e.getMessage());
    }
    throw unusable.apply("`checkpoint.json` in it is not a JSON object");
  }

  private static JsonObject child(JsonObject object, String name) {
    return object
        .get(name)
        .filter(JsonObject.class::isInstance)
        .map(JsonObject.class::cast)
        .orElseGet(JsonObject::empty);
  }

  private static String text(JsonObject object, String name) {
    return object.get(name).map(Json::text).orElse("");
  }

  /// The patch that puts another checkpoint into this version, and into no other.
  byte[] patch(Checkpoint wanted) {
    var metadata = JsonObject.empty();
    metadata.put("resourceVersion", JsonScalar.of(number));
    var data = JsonObject.empty();
    data.put(POSITIONS, JsonScalar.of(wanted.positions().toString()));
    if (!wanted.reset().equals(checkpoint.reset())) {
      data.put(RESET, wanted.reset().<Json>map(JsonScalar::of).orElse(JsonScalar.NULL));
    }
    var patch = JsonObject.empty();
    patch.put("metadata", metadata);
    patch.put("data", data);
    return patch.toBytes();
  }
}
