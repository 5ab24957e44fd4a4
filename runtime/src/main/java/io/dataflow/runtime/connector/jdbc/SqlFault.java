package io.dataflow.runtime.connector.jdbc;

/// Whose fault an error of a database is. Who asks decides what follows: a sink isolates a record
/// that is refused, a source whose query meets one stops.
public enum SqlFault {
  /// A record's own: its values, or a rule of the table that it breaks.
  RECORD,
  /// A record's or the set-up's: a value that an input function of an extension refuses and a
  /// trigger that cannot run have the same SQLSTATEs. Only what happens to other records tells.
  SUSPECT,
  /// A row that is there already, where nothing has said what to do about it.
  CONFLICT,
  /// The server has undone a transaction that was in another one's way: the same again, at once.
  ROLLBACK,
  /// A table or a column is not what it was when it was described.
  STALE,
  /// The server takes no writes here: it is a standby, or the transaction is read-only.
  READ_ONLY,
  /// The world's: the same again, later.
  UNAVAILABLE,
  /// The set-up's: trying again does not help.
  SETUP;

  /// Whether the same statement may succeed later, whatever its records are.
  public boolean isTemporary() {
    return switch (this) {
      case ROLLBACK, UNAVAILABLE -> true;
      case RECORD, SUSPECT, CONFLICT, STALE, READ_ONLY, SETUP -> false;
    };
  }
}
