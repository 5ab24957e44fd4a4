package io.dataflow.api.model.problem;

/// How bad a problem is.
public enum Severity {
  /// The flow cannot run.
  ERROR,
  /// The flow runs, but perhaps not as it is meant.
  WARNING
}
