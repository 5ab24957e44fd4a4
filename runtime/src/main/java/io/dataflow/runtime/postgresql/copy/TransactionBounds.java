package io.dataflow.runtime.postgresql.copy;

/// The statements around what is written together, all or nothing.
///
/// @param begin starts it
/// @param end makes it hold
/// @param undo takes it back
/// @param alone whether a single COPY is such a transaction by itself, without any of them
public record TransactionBounds(String begin, String end, String undo, boolean alone) {
  /// A transaction of its own.
  public static final TransactionBounds TRANSACTION =
      new TransactionBounds("BEGIN", "COMMIT", "ROLLBACK", true);

  /// A part of a transaction that is under way. What is deferred to the transaction's end is
  /// checked at the part's, while it can still be taken back alone.
  public static final TransactionBounds SAVEPOINT =
      new TransactionBounds(
          "SAVEPOINT dataflow_part",
          "SET CONSTRAINTS ALL IMMEDIATE; RELEASE SAVEPOINT dataflow_part",
          "ROLLBACK TO SAVEPOINT dataflow_part; RELEASE SAVEPOINT dataflow_part",
          false);
}
