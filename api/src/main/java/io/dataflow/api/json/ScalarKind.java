package io.dataflow.api.json;

/// The kinds of JSON values that hold no others.
public enum ScalarKind {
  /// Text.
  STRING,
  /// A number of any length.
  NUMBER,
  /// `true` or `false`.
  BOOLEAN,
  /// `null`.
  NULL
}
