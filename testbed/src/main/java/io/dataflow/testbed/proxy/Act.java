package io.dataflow.testbed.proxy;

/// What a message of a client does to its server, as far as delivery depends on it.
public enum Act {
  /// Ends the sending of records: Kafka's Produce, PostgreSQL's CopyDone, an INSERT over HTTP.
  WRITE,
  /// Makes records durable and visible: a Produce without a transaction, EndTxn; `COMMIT` after a
  /// COPY, or CopyDone without a transaction around it; an INSERT over HTTP.
  COMMIT,
  /// Moves a consumer group's position: OffsetCommit, TxnOffsetCommit; or tells the server of a
  /// replication slot what its reader has, which has no answer.
  POSITION,
  /// Takes part in a rebalance of a consumer group: JoinGroup, SyncGroup.
  REBALANCE
}
