package io.dataflow.runtime.postgresql.cdc.change;

import java.util.Optional;

/// What has happened to one row.
///
/// @param before the row before, as far as the server tells: nothing, its key, or all of it
/// @param after the row as it is now; of a deleted one nothing
/// @param lsn where in the log it stands
public record TableChange(
    ReplicatedRelation relation,
    ChangeOperation operation,
    Optional<Tuple> before,
    Optional<Tuple> after,
    CommittedTransaction transaction,
    long lsn) {

  /// The row that it is about: as it is, or what is known of one that is gone.
  Tuple row() {
    return after.or(() -> before).orElseThrow();
  }
}
