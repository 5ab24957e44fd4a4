package io.dataflow.api.connector.option;

import io.dataflow.api.model.Name;

/// Whether the rows that are there already are read before the changes.
public enum SnapshotMode {
  /// Once, when the flow has no position yet.
  @Name("initial")
  INITIAL,
  /// Never: only changes.
  @Name("never")
  NEVER,
  /// At each start of the processor.
  @Name("always")
  ALWAYS
}
