package io.dataflow.operator.resource;

/// A flow's phase (contract 1.3).
public enum Phase {
  /// Not running yet.
  PENDING("Pending"),
  /// A processor runs.
  RUNNING("Running"),
  /// It cannot run; the message says why.
  ERROR("Error"),
  /// It rests on purpose, or is being deleted.
  STOPPED("Stopped");

  private final String label;

  Phase(String label) {
    this.label = label;
  }

  /// Its name in status and metrics.
  public String label() {
    return label;
  }
}
