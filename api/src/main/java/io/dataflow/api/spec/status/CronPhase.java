package io.dataflow.api.spec.status;

import io.dataflow.api.model.Name;

/// What a flow on a schedule does just now, in one word (`docs/cron.md`).
public enum CronPhase {
  /// No run has begun yet.
  @Name("Scheduled")
  SCHEDULED,
  /// No run starts by itself: it is suspended, or in a maintenance window.
  @Name("Suspended")
  SUSPENDED,
  /// A run's processor is at work.
  @Name("Running")
  RUNNING,
  /// A run's processor has succeeded, and its triggers are at work.
  @Name("RunningTriggers")
  RUNNING_TRIGGERS,
  /// The newest run has succeeded, its triggers included.
  @Name("Completed")
  COMPLETED,
  /// The newest run has failed, or one of its triggers has.
  @Name("Failed")
  FAILED,
  /// No run can begin.
  @Name("Error")
  ERROR
}
