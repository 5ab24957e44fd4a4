package io.dataflow.operator.workload;

import io.fabric8.kubernetes.api.model.rbac.RoleBinding;
import io.fabric8.kubernetes.api.model.rbac.RoleBindingBuilder;

/// `df-<name>-processor`: gives the role to the service account.
final class ProcessorRoleBinding {
  private ProcessorRoleBinding() {}

  static RoleBinding of(Workload flow) {
    var name = flow.name().processor();
    return new RoleBindingBuilder()
        .withMetadata(flow.metadata(name))
        .withNewRoleRef("rbac.authorization.k8s.io", "Role", name)
        .addNewSubject()
        .withKind("ServiceAccount")
        .withName(name)
        .withNamespace(flow.name().namespace())
        .endSubject()
        .build();
  }
}
