package io.dataflow.api.condition;

import io.dataflow.api.json.Json;
import io.dataflow.api.json.TextForm;
import io.dataflow.api.message.Message;
import io.dataflow.api.path.Path;
import java.util.List;
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
      return MetadataJson.find(message.metadata(), keys);
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
