package io.dataflow.api.model.problem;

/// The characters of a scalar mean nothing that its type allows. The message says what is wrong
/// with them and what to write instead.
public final class RefusedException extends Exception {
  private static final long serialVersionUID = 1L;

  /// A refusal with its reason.
  public RefusedException(String message) {
    // The reader makes a problem of it, so nobody sees a stack trace.
    super(message, null, false, false);
  }
}
