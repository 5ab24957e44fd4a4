package io.dataflow.api.spec.status;

import io.dataflow.api.model.Name;

/// What a flow does just now, in one word (`docs/lifecycle.md`).
public enum Phase {
  /// It is about to run.
  @Name("Pending")
  PENDING,
  /// Messages are read and written.
  @Name("Running")
  RUNNING,
  /// It cannot run.
  @Name("Error")
  ERROR,
  /// It rests, or is going away.
  @Name("Stopped")
  STOPPED
}
