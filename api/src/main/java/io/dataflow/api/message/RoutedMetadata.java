package io.dataflow.api.message;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What is known of a message that a router has sent somewhere: `routed_condition` besides the
/// rest.
record RoutedMetadata(Metadata source, Destination route) implements Metadata {
  private static final String KEY = "routed_condition";

  @Override
  public Optional<Object> get(String key) {
    return key.equals(KEY) ? Optional.of(route.label()) : source.get(key);
  }

  @Override
  public Map<String, Object> asMap() {
    var entries = new LinkedHashMap<>(source.asMap());
    entries.put(KEY, route.label());
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
