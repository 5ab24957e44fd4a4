package io.dataflow.operator.processor;

/// What is new in a processor's answer.
enum ReportChange {
  /// Nothing.
  NOTHING,
  /// It has processed more.
  COUNTS,
  /// It is in another state than before, or another process.
  STATE
}
