package io.dataflow.api.message;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a source knows of a message besides its body: `topic`, `partition`, `offset`, `key`,
/// `headers`, `table`, `id`, … Sources make it lazily: most flows never look at it.
public interface Metadata {
  /// The value of a key: a text, a whole number, an instant or, for `headers`, a map of texts.
  Optional<Object> get(String key);

  /// All of it, in a stable order.
  Map<String, Object> asMap();

  /// The message's key as its source had it, byte for byte; empty when it had none.
  default Optional<byte[]> key() {
    return get("key").map(key -> key.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8));
  }

  /// The message's headers as its source had them, byte for byte and in order.
  default List<Header> headers() {
    return List.of();
  }

  /// When the source says that the message was made; empty when it says nothing.
  default Optional<Instant> timestamp() {
    return Optional.empty();
  }

  /// Metadata of these entries.
  static Metadata of(Map<String, Object> entries) {
    var copy = new LinkedHashMap<>(entries);
    return new Metadata() {
      @Override
      public Optional<Object> get(String key) {
        return Optional.ofNullable(copy.get(key));
      }

      @Override
      public Map<String, Object> asMap() {
        return copy;
      }
    };
  }
}
