package io.dataflow.api.spec;

import io.dataflow.api.model.Name;

/// When the source's position may pass a record that went to the error sink (`docs/errors.md`).
public enum AckPolicy {
  /// Once the error sink has it.
  @Name("afterWrite")
  AFTER_WRITE,
  /// Never.
  @Name("never")
  NEVER,
  /// Only when the main sink has it, which on this path is never.
  @Name("afterMainSinkSuccess")
  AFTER_MAIN_SINK_SUCCESS
}
