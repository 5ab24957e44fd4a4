package io.dataflow.api.transformation.option;

import io.dataflow.api.model.Name;

/// What a row counts as that was there before changes were read.
public enum SnapshotOperation {
  /// A row that is new.
  @Name("insert")
  INSERT,

  /// A row that may be there already.
  @Name("update")
  UPDATE
}
