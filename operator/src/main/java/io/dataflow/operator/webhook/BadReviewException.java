package io.dataflow.operator.webhook;

/// A request to the webhook that is no review of an object. The text is for the one who sent it.
final class BadReviewException extends Exception {
  private static final long serialVersionUID = 1;

  private final int status;

  /// @param status the HTTP status of the answer
  BadReviewException(int status, String message) {
    super(message);
    this.status = status;
  }

  int status() {
    return status;
  }
}
