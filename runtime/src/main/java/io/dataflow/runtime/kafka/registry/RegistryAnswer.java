package io.dataflow.runtime.kafka.registry;

import io.dataflow.api.json.JsonObject;

/// What a schema registry answers.
public sealed interface RegistryAnswer {
  /// What was asked for.
  record Found(JsonObject body) implements RegistryAnswer {}

  /// It understands the question and says no: there is no such schema, or it does not take one.
  ///
  /// @param code the registry's own code, as 40403
  /// @param message its own words, cut to one short line
  record Refused(int code, String message) implements RegistryAnswer {}
}
