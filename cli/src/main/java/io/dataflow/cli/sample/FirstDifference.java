package io.dataflow.cli.sample;

import io.dataflow.api.json.Json;
import io.dataflow.api.json.JsonArray;
import io.dataflow.api.json.JsonObject;
import io.dataflow.api.json.JsonScalar;
import java.util.Optional;

/// Where two JSON values begin to differ, and how, for a person.
final class FirstDifference {
  private FirstDifference() {}

  /// The difference at or below a path; empty when there is none.
  static Optional<String> between(Json expected, Json actual, String path) {
    if (Canonical.of(expected).equals(Canonical.of(actual))) {
      return Optional.empty();
    }
    if (expected instanceof JsonObject wanted && actual instanceof JsonObject found) {
      return Optional.of(inFields(wanted, found, path));
    }
    if (expected instanceof JsonArray wanted && actual instanceof JsonArray found) {
      return Optional.of(inElements(wanted, found, path));
    }
    return Optional.of(path + ": expected " + brief(expected) + ", got " + brief(actual));
  }

  private static String inFields(JsonObject expected, JsonObject actual, String path) {
    for (int i = 0; i < expected.size(); i++) {
      var name = expected.shape().name(i);
      var below = path + step(name);
      var found = actual.get(name);
      if (found.isEmpty()) {
        return below + ": missing, expected " + brief(expected.value(i));
      }
      var difference = between(expected.value(i), found.get(), below);
      if (difference.isPresent()) {
        return difference.get();
      }
    }
    for (int i = 0; i < actual.size(); i++) {
      var name = actual.shape().name(i);
      if (expected.get(name).isEmpty()) {
        return path + step(name) + ": not expected, got " + brief(actual.value(i));
      }
    }
    throw new IllegalStateException("no difference at " + path);
  }

  private static String inElements(JsonArray expected, JsonArray actual, String path) {
    for (int i = 0; i < Math.min(expected.size(), actual.size()); i++) {
      var difference = between(expected.get(i), actual.get(i), path + "[" + i + "]");
      if (difference.isPresent()) {
        return difference.get();
      }
    }
    return path + ": expected " + expected.size() + " elements, got " + actual.size();
  }

  private static String step(String name) {
    return name.matches("[\\p{L}_][\\p{L}\\p{N}_-]*")
        ? "." + name
        : "[" + JsonScalar.of(name) + "]";
  }

  private static String brief(Json json) {
    return Brief.of(json.toString());
  }
}
