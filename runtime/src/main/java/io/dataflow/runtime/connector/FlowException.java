package io.dataflow.runtime.connector;

/// The flow cannot run or cannot go on, and trying again will not help: a wrong password, a missing
/// table. The message is all that its user sees: where, what is wrong, what to do; no secrets.
public final class FlowException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /// Without a cause worth showing.
  public FlowException(String message) {
    super(message);
  }

  /// With the cause for the debug log.
  public FlowException(String message, Throwable cause) {
    super(message, cause);
  }
}
