package io.dataflow.runtime.connector.polling;

/// The cursor cannot tell two rows apart, and what reads them must: a position between the two
/// would repeat one of them or miss one.
public final class TiedRowsException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  TiedRowsException() {
    super("two rows have the same place", null, false, false);
  }
}
