package io.dataflow.kubernetes.failure;

/// An owned resource that could not be applied.
public final class ApplyException extends RuntimeException {
  private final String kind;
  private final Blocker blocker;
  private final String event;

  /// @param event the text of the event, which is documented; the status has words of its own
  public ApplyException(String kind, Blocker blocker, String event, Throwable cause) {
    super(blocker.message(), cause);
    this.kind = kind;
    this.blocker = blocker;
    this.event = event;
  }

  String event() {
    return event;
  }

  String kind() {
    return kind;
  }

  Blocker blocker() {
    return blocker;
  }
}
