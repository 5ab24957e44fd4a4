package io.dataflow.operator.reconcile;

import io.dataflow.operator.desired.FlowName;

/// Is told how flows are, for the metrics.
public interface PhaseMeter {
  /// The flow is in this phase.
  void note(FlowName flow, String phase);

  /// The flow is gone.
  void forget(FlowName flow);
}
