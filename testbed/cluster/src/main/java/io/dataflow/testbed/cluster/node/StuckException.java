package io.dataflow.testbed.cluster.node;

/// A container cannot be started as things are; its status says so, and it is tried again.
public final class StuckException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final String reason;

  /// `reason` is the word that the kubelet uses, such as `CreateContainerConfigError`.
  public StuckException(String reason, String message) {
    super(message);
    this.reason = reason;
  }

  /// One word for the status, such as `ErrImagePull`.
  public String reason() {
    return reason;
  }
}
