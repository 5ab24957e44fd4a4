package io.dataflow.runtime.postgresql.table;

/// What makes a table take rows in another way than most do.
///
/// @param rowSecurity whether policies decide which rows this user may write
/// @param rowTriggers whether triggers may change rows before they are written
/// @param deferredKeys whether some unique constraint is checked at the end of a transaction
/// @param checks whether it has check constraints
public record Traits(
    boolean rowSecurity, boolean rowTriggers, boolean deferredKeys, boolean checks) {}
