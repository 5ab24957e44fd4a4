package io.dataflow.kubernetes.metrics;

import java.util.Locale;

/// How a reconcile ended: the label `result` of its duration.
public enum ReconcileResult {
  /// The cluster is as the resource wants it.
  SUCCESS,
  /// It went well so far, and goes on later by itself.
  REQUEUE,
  /// It failed, and is tried again.
  ERROR;

  /// The label's value.
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
