package io.dataflow.benchmarks.measure;

import java.time.Instant;
import java.util.NavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;

/// Resident memory of a process over time, in bytes.
public final class MemoryCurve {
  private final NavigableMap<Instant, Long> samples = new ConcurrentSkipListMap<>();

  MemoryCurve() {}

  void add(Instant when, long bytes) {
    samples.put(when, bytes);
  }

  /// What it was at that moment, or at the last look before it; 0 before the first.
  public long at(Instant when) {
    var sample = samples.floorEntry(when);
    return sample == null ? 0 : sample.getValue();
  }

  /// The most it was between two moments.
  public long most(Instant from, Instant to) {
    return samples.subMap(from, true, to, true).values().stream()
        .mapToLong(bytes -> bytes)
        .max()
        .orElse(0);
  }
}
