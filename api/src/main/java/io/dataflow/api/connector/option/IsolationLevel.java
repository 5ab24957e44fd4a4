package io.dataflow.api.connector.option;

import io.dataflow.api.model.Name;

/// What a Kafka source sees of transactions.
public enum IsolationLevel {
  /// Only what was committed, in the order of the offsets: nothing is read behind the beginning of
  /// a transaction that is still open.
  @Name("read_committed")
  READ_COMMITTED,
  /// Everything, also what its producer has taken back.
  @Name("read_uncommitted")
  READ_UNCOMMITTED
}
