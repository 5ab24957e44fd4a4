package io.dataflow.operator.workload;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import java.util.Map;

/// `df-<name>-spec`: what the processor reads as `spec.json`.
final class SpecConfigMap {
  private SpecConfigMap() {}

  static ConfigMap of(Workload flow) {
    return new ConfigMapBuilder()
        .withMetadata(flow.metadata(flow.name().spec()))
        .withData(Map.of("spec.json", SpecJson.of(flow)))
        .build();
  }
}
