package io.dataflow.testbed.cluster;

/// A container cannot be started as things are; its status says so, and it is tried again.
final class StuckException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final String reason;

  /// `reason` is the word that the kubelet uses, such as `CreateContainerConfigError`.
  StuckException(String reason, String message) {
    super(message);
    this.reason = reason;
  }

  String reason() {
    return reason;
  }
}
