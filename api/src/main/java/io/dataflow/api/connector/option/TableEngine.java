package io.dataflow.api.connector.option;

import io.dataflow.api.model.Name;

/// What ClickHouse does with the rows of a table that is to be created.
public enum TableEngine {
  /// Keeps all rows.
  @Name("MergeTree")
  MERGE_TREE,

  /// Keeps the newest row of each key.
  @Name("ReplacingMergeTree")
  REPLACING_MERGE_TREE
}
