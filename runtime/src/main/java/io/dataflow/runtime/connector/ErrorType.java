package io.dataflow.runtime.connector;

import java.util.Locale;

/// The classes of errors that metrics tell apart (`docs/operations.md`).
public enum ErrorType {
  /// Stopped while it was at it.
  CONTEXT_CANCELED,
  /// Took too long.
  TIMEOUT,
  /// The other side cannot be reached.
  CONNECTION_ERROR,
  /// A rule of the table forbids the row.
  CONSTRAINT_VIOLATION,
  /// The record itself is wrong.
  INVALID_DATA,
  /// Passes by itself.
  TRANSIENT,
  /// Not allowed.
  AUTH_ERROR,
  /// None of the others.
  UNKNOWN;

  /// The value of the label `error_type`.
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
