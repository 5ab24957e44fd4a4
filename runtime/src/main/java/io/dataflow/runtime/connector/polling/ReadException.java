package io.dataflow.runtime.connector.polling;

/// The database failed while its rows were read: tells a failure of the source from one of the flow
/// that the rows were given to.
public final class ReadException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /// With what the database has said as its cause.
  public ReadException(Throwable cause) {
    super(cause.getMessage(), cause);
  }
}
