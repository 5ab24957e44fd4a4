package io.dataflow.operator.workload;

import io.fabric8.kubernetes.api.model.rbac.Role;
import io.fabric8.kubernetes.api.model.rbac.RoleBuilder;

/// `df-<name>-processor`: a processor may read and write its own checkpoint, and nothing else.
final class ProcessorRole {
  private ProcessorRole() {}

  static Role of(Workload flow) {
    return new RoleBuilder()
        .withMetadata(flow.metadata(flow.name().processor()))
        .addNewRule()
        .withApiGroups("")
        .withResources("configmaps")
        .withResourceNames(flow.name().checkpoint())
        .withVerbs("get", "patch")
        .endRule()
        .build();
  }
}
