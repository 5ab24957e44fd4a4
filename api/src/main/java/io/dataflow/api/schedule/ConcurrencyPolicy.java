package io.dataflow.api.schedule;

import io.dataflow.api.model.Name;

/// What happens when a run is due and the processor of the one before is still at work.
public enum ConcurrencyPolicy {
  /// Both run.
  @Name("Allow")
  ALLOW,
  /// The new one waits for the old one, or is left out.
  @Name("Forbid")
  FORBID,
  /// The old one is stopped.
  @Name("Replace")
  REPLACE
}
