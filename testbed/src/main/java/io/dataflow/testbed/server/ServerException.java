package io.dataflow.testbed.server;

/// A server of the testbed that does not do what it was asked; the message has the end of its log.
public final class ServerException extends RuntimeException {
  private static final long serialVersionUID = 1;

  /// Says what did not happen, and what to do about it where that is known.
  public ServerException(String message) {
    super(message);
  }

  /// The same with the failure that it comes from.
  public ServerException(String message, Throwable cause) {
    super(message, cause);
  }
}
