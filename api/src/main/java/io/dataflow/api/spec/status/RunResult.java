package io.dataflow.api.spec.status;

import io.dataflow.api.model.Name;

/// How far a run is.
public enum RunResult {
  /// Its processor is at work.
  @Name("Running")
  RUNNING,
  /// Its processor has succeeded, and its triggers are at work or wait for their turn.
  @Name("RunningTriggers")
  RUNNING_TRIGGERS,
  /// It has succeeded, its triggers included.
  @Name("Completed")
  COMPLETED,
  /// Its processor has failed, or one of its triggers has.
  @Name("Failed")
  FAILED;

  /// Whether nothing of it will be started any more.
  public boolean isOver() {
    return this == COMPLETED || this == FAILED;
  }
}
