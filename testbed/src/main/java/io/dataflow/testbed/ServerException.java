package io.dataflow.testbed;

/// A server of the testbed that does not do what it was asked; the message has the end of its log.
public final class ServerException extends RuntimeException {
  private static final long serialVersionUID = 1;

  ServerException(String message) {
    super(message);
  }

  ServerException(String message, Throwable cause) {
    super(message, cause);
  }
}
