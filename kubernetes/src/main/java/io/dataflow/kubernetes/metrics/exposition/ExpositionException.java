package io.dataflow.kubernetes.metrics.exposition;

/// A text that is not Prometheus' exposition format: which line, and what is wrong there.
public final class ExpositionException extends Exception {
  private static final long serialVersionUID = 1;

  ExpositionException(int line, String message) {
    super("line " + line + ": " + message);
  }
}
