package io.dataflow.benchmarks.latency;

import java.util.Arrays;

/// How long records took, in microseconds.
///
/// @param sorted the shortest first
record Delays(long[] sorted) {
  static Delays of(long[] delays) {
    var sorted = delays.clone();
    Arrays.sort(sorted);
    return new Delays(sorted);
  }

  /// What so large a part of the records did not exceed, in milliseconds.
  double percentile(double part) {
    int index = (int) Math.ceil(part * sorted.length) - 1;
    return sorted[Math.max(0, index)] / 1e3;
  }
}
