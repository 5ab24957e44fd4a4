package io.dataflow.operator.workload;

/// How long a processor runs.
public enum Lifetime {
  /// Until it is told to end.
  ENDLESS,
  /// Until its source is exhausted.
  UNTIL_EXHAUSTED
}
