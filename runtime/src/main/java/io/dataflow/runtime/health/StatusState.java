package io.dataflow.runtime.health;

import io.dataflow.runtime.flow.state.FlowState;
import java.util.Locale;

/// What a processor is doing.
public enum StatusState {
  /// It is on its way to read.
  STARTING,
  /// The source is read and every end can be reached.
  RUNNING,
  /// An end cannot be reached; it is tried again.
  WAITING,
  /// It was told to end.
  STOPPED,
  /// It cannot go on.
  FAILED;

  static StatusState of(FlowState flow) {
    if (flow.failure().isPresent()) {
      return FAILED;
    }
    if (flow.isStopping()) {
      return STOPPED;
    }
    if (!flow.troubles().isEmpty()) {
      return WAITING;
    }
    return flow.hasStarted() ? RUNNING : STARTING;
  }

  /// The word in JSON.
  String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
