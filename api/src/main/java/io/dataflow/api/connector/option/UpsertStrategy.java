package io.dataflow.api.connector.option;

import io.dataflow.api.model.Name;

/// Which message may update a row that is there already.
public enum UpsertStrategy {
  /// Every one.
  @Name("always")
  ALWAYS,

  /// One with a larger version than the row has.
  @Name("ifNewer")
  IF_NEWER
}
