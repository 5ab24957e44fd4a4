package io.dataflow.runtime.connector.table;

import java.util.Map;
import java.util.Optional;

/// What was worked out for keys that records bring. Records can bring ever new ones, of any length,
/// so when it is full it starts anew: what is in use soon comes back.
final class BoundedCache<K, V> {
  private final Map<K, V> entries;
  private final long bytesMax;
  private long bytes;

  /// @param entries empty; by it keys are equal or the same
  /// @param bytesMax how much the entries may take together, by what [#put] is told of them
  BoundedCache(Map<K, V> entries, long bytesMax) {
    this.entries = entries;
    this.bytesMax = bytesMax;
  }

  Optional<V> get(K key) {
    return Optional.ofNullable(entries.get(key));
  }

  /// Keeps it, unless it is too large for any cache.
  void put(K key, V value, long size) {
    if (size > bytesMax) {
      return;
    }
    if (bytes + size > bytesMax) {
      clear();
    }
    bytes += size;
    entries.put(key, value);
  }

  void clear() {
    entries.clear();
    bytes = 0;
  }

  /// How much the entries take.
  long bytes() {
    return bytes;
  }
}
