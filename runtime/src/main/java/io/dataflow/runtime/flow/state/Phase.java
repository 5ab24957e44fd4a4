package io.dataflow.runtime.flow.state;

/// What a flow is doing, in the words of a DataFlow's status (`docs/lifecycle.md`).
public enum Phase {
  /// It has not read its source yet.
  PENDING("Pending"),
  /// It reads its source.
  RUNNING("Running"),
  /// It was told to end, or has come to its end.
  STOPPED("Stopped"),
  /// It cannot go on.
  ERROR("Error");

  private final String label;

  Phase(String label) {
    this.label = label;
  }

  /// The value of the label `phase`.
  public String label() {
    return label;
  }

  /// The phase of a flow in this state.
  public static Phase of(FlowState state) {
    if (state.failure().isPresent()) {
      return ERROR;
    }
    if (state.isStopping()) {
      return STOPPED;
    }
    return state.hasStarted() ? RUNNING : PENDING;
  }
}
