package io.dataflow.runtime.flow.deadletter;

import io.dataflow.api.message.Header;
import io.dataflow.api.message.Metadata;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The metadata of a rejected record with what the error sink adds; key and headers stay what they
/// were, byte for byte.
record ErrorMetadata(Metadata original, Metadata extended) implements Metadata {
  @Override
  public Optional<Object> get(String key) {
    return extended.get(key);
  }

  @Override
  public Map<String, Object> asMap() {
    return extended.asMap();
  }

  @Override
  public Optional<byte[]> key() {
    return original.key();
  }

  @Override
  public List<Header> headers() {
    return original.headers();
  }
}
