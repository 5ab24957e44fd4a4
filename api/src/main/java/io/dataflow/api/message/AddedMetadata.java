package io.dataflow.api.message;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What is known of a message about which steps have found out more.
record AddedMetadata(Metadata source, Map<String, Object> added) implements Metadata {
  @Override
  public Optional<Object> get(String key) {
    return added.containsKey(key) ? Optional.of(added.get(key)) : source.get(key);
  }

  @Override
  public Map<String, Object> asMap() {
    var entries = new LinkedHashMap<>(source.asMap());
    entries.putAll(added);
    return entries;
  }

  @Override
  public Optional<byte[]> key() {
    return source.key();
  }

  @Override
  public List<Header> headers() {
    return source.headers();
  }

  @Override
  public Optional<Instant> timestamp() {
    return source.timestamp();
  }
}
