package io.dataflow.runtime.flow;

/// What a flow is doing, in the words of a DataFlow's status (contract 1.3).
enum Phase {
  PENDING("Pending"),
  RUNNING("Running"),
  ERROR("Error");

  private final String label;

  Phase(String label) {
    this.label = label;
  }

  /// The value of the label `phase`.
  String label() {
    return label;
  }

  static Phase of(FlowState state) {
    if (state.failure().isPresent()) {
      return ERROR;
    }
    return state.hasStarted() ? RUNNING : PENDING;
  }
}
