package io.dataflow.runtime.connector.table;

/// What was known of the table or of the records' columns does not hold any more: what is under way
/// is given up and started again. Not an error.
public final class LayoutChangedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /// What there is to do before the new start.
  enum Cause {
    /// The table may have got a column: its description is read again.
    UNKNOWN_COLUMN,
    /// A record has a field that the table is to get a column for.
    MISSING_COLUMN,
    /// A record has a column that none before it had: nothing is to be done.
    MORE_COLUMNS
  }

  private final Cause cause;

  LayoutChangedException(Cause cause) {
    super(cause.name(), null, false, false);
    this.cause = cause;
  }

  /// Whether columns are to be added to the table before the new start.
  public boolean lacksColumns() {
    return cause == Cause.MISSING_COLUMN;
  }

  /// Whether the table's description is to be read again before the new start.
  public boolean tableIsStale() {
    return cause == Cause.UNKNOWN_COLUMN;
  }
}
