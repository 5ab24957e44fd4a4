package io.dataflow.operator.pod;

/// What asking a pod gave.
public sealed interface PodAnswer {
  /// Its page.
  record Page(String text) implements PodAnswer {}

  /// Nothing.
  record Failed(PodFailure reason) implements PodAnswer {}
}
