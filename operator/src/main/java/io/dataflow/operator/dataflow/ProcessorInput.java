package io.dataflow.operator.dataflow;

import io.dataflow.api.spec.DataFlowSpec;
import io.dataflow.operator.secret.SecretEntry;
import io.dataflow.operator.workload.FlowName;
import io.dataflow.operator.workload.MaintenanceState;
import io.dataflow.operator.workload.Workload;
import java.util.List;
import java.util.Optional;

/// All that a flow's resources are made of.
///
/// @param generation the flow's, which changes when somebody edits its spec
/// @param maintenance whether it is paused on purpose
public record ProcessorInput(
    FlowName name, long generation, MaintenanceState maintenance, Workload workload) {
  /// What the flow does, with its defaults.
  public DataFlowSpec spec() {
    return workload.spec();
  }

  /// What it takes from Secrets.
  public List<SecretEntry> secrets() {
    return workload.secrets();
  }

  /// Names the reset of the checkpoint that processors must have done.
  Optional<String> resetToken() {
    return workload.resetToken();
  }
}
