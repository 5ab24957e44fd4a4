package io.dataflow.runtime.postgresql.source;

/// The database failed while its rows were read: tells a failure of the source from one of the flow
/// that the rows were given to.
final class ReadException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  ReadException(Throwable cause) {
    super(cause.getMessage(), cause);
  }
}
