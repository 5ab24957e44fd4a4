package io.dataflow.runtime.connector.table;

/// What a record asks for.
public enum RowChange {
  /// The row is to be there.
  WRITE,
  /// The row of its key is to be gone.
  DELETE
}
