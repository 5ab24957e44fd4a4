package io.dataflow.operator.desired;

import io.dataflow.operator.workload.WorkloadChildren;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import java.util.ArrayList;
import java.util.List;

/// The children of a flow, in the order in which they are made (`docs/lifecycle.md`).
public record Desired(WorkloadChildren shared, Deployment deployment) {

  /// What a flow should have.
  public static Desired of(FlowInput flow) {
    return new Desired(WorkloadChildren.of(flow.workload()), ProcessorDeployment.of(flow));
  }

  /// Those that a flow like this must not have any more.
  public static List<HasMetadata> unwanted(FlowInput flow) {
    return WorkloadChildren.unwanted(flow.workload());
  }

  /// All of them.
  public List<HasMetadata> inOrder() {
    var all = new ArrayList<>(shared.inOrder());
    all.add(deployment);
    return all;
  }
}
