package io.dataflow.operator.workload;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;

/// `df-<name>-checkpoint`: where a processor keeps its position. What it holds is the processor's
/// alone, so nothing of it is said here.
final class CheckpointConfigMap {
  private CheckpointConfigMap() {}

  static ConfigMap of(Workload flow) {
    return new ConfigMapBuilder().withMetadata(flow.metadata(flow.name().checkpoint())).build();
  }
}
