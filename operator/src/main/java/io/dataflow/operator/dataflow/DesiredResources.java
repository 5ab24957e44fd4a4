package io.dataflow.operator.dataflow;

import io.dataflow.operator.workload.WorkloadResources;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import java.util.ArrayList;
import java.util.List;

/// The children of a flow, in the order in which they are made (`docs/lifecycle.md`).
public record DesiredResources(WorkloadResources shared, Deployment deployment) {

  /// What a flow should have.
  public static DesiredResources of(ProcessorInput flow) {
    return new DesiredResources(
        WorkloadResources.of(flow.workload()), ProcessorDeployment.of(flow));
  }

  /// Those that a flow like this must not have any more.
  public static List<HasMetadata> unwanted(ProcessorInput flow) {
    return WorkloadResources.unwanted(flow.workload());
  }

  /// All of them.
  public List<HasMetadata> inOrder() {
    var all = new ArrayList<>(shared.inOrder());
    all.add(deployment);
    return all;
  }
}
