package io.dataflow.kubernetes.http;

/// What asking a pod gave.
public sealed interface PodResponse {
  /// Its page.
  record Page(String text) implements PodResponse {}

  /// Nothing.
  record Failed(PodFailure reason) implements PodResponse {}
}
