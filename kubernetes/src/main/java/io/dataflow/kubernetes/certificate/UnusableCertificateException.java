package io.dataflow.kubernetes.certificate;

/// A certificate or key that cannot serve. The text never holds any of what was read.
public final class UnusableCertificateException extends RuntimeException {
  private static final long serialVersionUID = 1;

  /// What is wrong, and what to do.
  public UnusableCertificateException(String message) {
    super(message);
  }

  /// What is wrong, and what to do. The cause must not hold a key's text.
  public UnusableCertificateException(String message, Throwable cause) {
    super(message, cause);
  }
}
