package io.dataflow.runtime.postgresql.cdc.change;

/// The transaction of a change.
///
/// @param lsn where its commit begins: transactions come in this order
/// @param micros when it was committed, in microseconds since 1970
/// @param xid its number; 0 of a snapshot
public record CommittedTransaction(long lsn, long micros, long xid) {}
