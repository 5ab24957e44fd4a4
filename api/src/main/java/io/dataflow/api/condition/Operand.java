package io.dataflow.api.condition;

import io.dataflow.api.json.Json;
import io.dataflow.api.json.TextForm;
import io.dataflow.api.message.Message;
import io.dataflow.api.path.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a condition looks at.
public sealed interface Operand {

  /// Its value in the message; empty when it is missing.
  Optional<Json> of(Message message);

  /// A field of the body.
  record Field(Path path) implements Operand {
    @Override
    public Optional<Json> of(Message message) {
      var body = message.json();
      return body.isEmpty() ? body : path.get(body.get());
    }
  }

  /// What the source knows: `metadata.topic`, `metadata.headers.X`.
  ///
  /// @param keys the first one is the metadata's, the others lead into the map that is found there
  record Known(List<String> keys) implements Operand {
    @Override
    public Optional<Json> of(Message message) {
      Optional<?> value = message.metadata().get(keys.getFirst());
      for (var key : keys.subList(1, keys.size())) {
        value = value.map(inner -> inner instanceof Map<?, ?> map ? map.get(key) : null);
      }
      return value.map(MetadataJson::of);
    }
  }

  /// A value that stands in the condition itself.
  ///
  /// @param form its text form, ready to be compared
  record Value(Json json, TextForm form) implements Operand {
    @Override
    public Optional<Json> of(Message message) {
      return Optional.of(json);
    }
  }
}
