package io.dataflow.api.spec.status;

import io.dataflow.api.model.Name;

/// Whether a condition of Kubernetes holds.
public enum ConditionStatus {
  /// It holds.
  @Name("True")
  TRUE,
  /// It does not.
  @Name("False")
  FALSE,
  /// Nobody can tell.
  @Name("Unknown")
  UNKNOWN
}
