package io.dataflow.cli.explain;

import io.dataflow.api.json.Json;

/// One difference between a message before a step and behind it. Paths are as conditions have them:
/// `$.customer.name`, `$['a b'][0]`, `metadata.topic`.
public sealed interface Change {
  /// The path where it is now, or was.
  String path();

  /// A field that was not there.
  record Added(String path, Json value) implements Change {
    Moved movedFrom(String from) {
      return new Moved(from, path, value);
    }
  }

  /// A field that is gone.
  record Removed(String path, Json value) implements Change {}

  /// Another value in a field's place.
  record Altered(String path, Json before, Json after) implements Change {}

  /// A value in another place than before.
  record Moved(String from, String path, Json value) implements Change {}
}
