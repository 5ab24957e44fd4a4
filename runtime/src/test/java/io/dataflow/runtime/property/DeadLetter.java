package io.dataflow.runtime.property;

import io.dataflow.api.json.Json;
import io.dataflow.api.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// What an envelope says.
///
/// @param stage where the record was rejected
/// @param reason why
record DeadLetter(String stage, String reason) {
  static DeadLetter of(byte[] envelope) {
    var error = (JsonObject) ((JsonObject) Json.parse(envelope)).get("error").orElseThrow();
    return new DeadLetter(
        error.get("stage").orElseThrow().text(), error.get("message").orElseThrow().text());
  }

  /// How many each stage has, by its name: `2:mask`.
  static Map<String, Long> byStage(List<DeadLetter> letters) {
    return letters.stream()
        .collect(Collectors.groupingBy(DeadLetter::stage, Collectors.counting()));
  }
}
