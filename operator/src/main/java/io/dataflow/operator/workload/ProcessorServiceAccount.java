package io.dataflow.operator.workload;

import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.ServiceAccountBuilder;

/// `df-<name>-processor`: whom the API server takes a processor for. Pods ask for its token
/// themselves, and only those that keep a position do.
final class ProcessorServiceAccount {
  private ProcessorServiceAccount() {}

  static ServiceAccount of(Workload flow) {
    return new ServiceAccountBuilder()
        .withMetadata(flow.metadata(flow.name().processor()))
        .withAutomountServiceAccountToken(false)
        .build();
  }
}
