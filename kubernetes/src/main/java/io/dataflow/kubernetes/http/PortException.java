package io.dataflow.kubernetes.http;

/// A port that cannot be opened: which one, and why.
public final class PortException extends RuntimeException {
  private static final long serialVersionUID = 1;

  /// A failure on the address.
  public PortException(ListenAddress address, Exception cause) {
    super(
        "port "
            + address
            + " cannot be opened: "
            + cause.getMessage()
            + ". Stop what uses it, or choose another address.",
        cause);
  }
}
