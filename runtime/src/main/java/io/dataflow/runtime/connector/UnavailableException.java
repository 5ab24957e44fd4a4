package io.dataflow.runtime.connector;

/// The world is broken, not a record: a server is down, a connection lost, a request timed out. The
/// same batch is tried again, with back-off, until the world is whole or the flow stops.
public final class UnavailableException extends Exception {
  private static final long serialVersionUID = 1L;
  private final ErrorType type;

  /// @param message connector and cause, without secrets
  public UnavailableException(ErrorType type, String message, Throwable cause) {
    super(message, cause);
    this.type = type;
  }

  /// Which kind of trouble it is.
  public ErrorType type() {
    return type;
  }
}
