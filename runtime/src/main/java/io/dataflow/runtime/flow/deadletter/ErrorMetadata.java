package io.dataflow.runtime.flow.deadletter;

import io.dataflow.api.message.Header;
import io.dataflow.api.message.Metadata;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The metadata of a rejected record with what the error sink adds; key and headers stay what they
/// were, byte for byte, unless the envelope is to be short: then a longer key and all headers are
/// left out.
///
/// @param keyLimit bytes that a key may have; 0 for any number, with all headers
record ErrorMetadata(Metadata original, Metadata extended, int keyLimit) implements Metadata {
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
    return original.key().filter(key -> keyLimit == 0 || key.length <= keyLimit);
  }

  @Override
  public List<Header> headers() {
    return keyLimit == 0 ? original.headers() : List.of();
  }
}
