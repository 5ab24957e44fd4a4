package io.dataflow.operator.reconcile;

import io.dataflow.operator.status.Trouble;

/// A child that could not be made as it should be.
final class ChildException extends RuntimeException {
  private final String kind;
  private final Trouble trouble;

  ChildException(String kind, Trouble trouble, Throwable cause) {
    super(trouble.message(), cause);
    this.kind = kind;
    this.trouble = trouble;
  }

  String kind() {
    return kind;
  }

  Trouble trouble() {
    return trouble;
  }
}
