package io.dataflow.operator.child;

import io.dataflow.operator.status.Trouble;

/// A child that could not be made as it should be.
public final class ChildException extends RuntimeException {
  private final String kind;
  private final Trouble trouble;
  private final String event;

  /// @param event the text of the event, which is documented; the status has words of its own
  ChildException(String kind, Trouble trouble, String event, Throwable cause) {
    super(trouble.message(), cause);
    this.kind = kind;
    this.trouble = trouble;
    this.event = event;
  }

  String event() {
    return event;
  }

  String kind() {
    return kind;
  }

  Trouble trouble() {
    return trouble;
  }
}
