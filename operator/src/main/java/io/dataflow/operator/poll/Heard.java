package io.dataflow.operator.poll;

/// What is new in a processor's answer.
enum Heard {
  /// Nothing.
  NOTHING,
  /// It has processed more.
  COUNTS,
  /// It is in another state than before, or another process.
  STATE
}
