package io.dataflow.operator.dataflow;

import io.dataflow.operator.workload.WorkloadResources;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import java.util.List;

/// What a flow should own, in the order in which it is applied (`docs/lifecycle.md`).
record DesiredResources(WorkloadResources workload, Deployment deployment) {

  static DesiredResources of(ProcessorInput flow) {
    return new DesiredResources(
        WorkloadResources.of(flow.workload()), ProcessorDeployment.of(flow));
  }

  /// Those that a flow like this should not own any more.
  static List<HasMetadata> unwanted(ProcessorInput flow) {
    return WorkloadResources.unwanted(flow.workload());
  }
}
