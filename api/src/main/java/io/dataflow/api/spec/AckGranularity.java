package io.dataflow.api.spec;

import io.dataflow.api.model.Name;

/// What is acknowledged to the source at once.
public enum AckGranularity {
  /// A batch.
  @Name("batch")
  BATCH,
  /// Each message.
  @Name("message")
  MESSAGE
}
