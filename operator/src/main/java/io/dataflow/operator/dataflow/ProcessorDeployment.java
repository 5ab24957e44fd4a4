package io.dataflow.operator.dataflow;

import io.dataflow.api.connector.KafkaSource;
import io.dataflow.operator.workload.pod.ProcessorPod;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentBuilder;
import io.fabric8.kubernetes.api.model.apps.DeploymentStrategy;
import io.fabric8.kubernetes.api.model.apps.DeploymentStrategyBuilder;

/// `df-<name>`: the flow's processors.
public final class ProcessorDeployment {
  private static final int HISTORY = 2;

  private ProcessorDeployment() {}

  static Deployment of(ProcessorInput flow) {
    var metadata = flow.workload().metadata(flow.name().deployment());
    var pods = ProcessorPod.of(flow.workload());
    metadata.setAnnotations(RevisionAnnotations.of(flow, pods));
    return new DeploymentBuilder()
        .withMetadata(metadata)
        .withNewSpec()
        .withReplicas(replicas(flow))
        .withRevisionHistoryLimit(HISTORY)
        .withStrategy(strategy(flow))
        .withNewSelector()
        .withMatchLabels(flow.name().selector())
        .endSelector()
        .withTemplate(pods)
        .endSpec()
        .build();
  }

  /// Processors that should run: none while the flow is paused.
  public static int replicas(ProcessorInput flow) {
    return flow.maintenance().isPaused() ? 0 : flow.spec().replicas();
  }

  // Only Kafka gives a partition to one reader at a time. Any other source would be read twice for
  // as long as the old processor and the new one overlap.
  private static DeploymentStrategy strategy(ProcessorInput flow) {
    var strategy = new DeploymentStrategyBuilder();
    return flow.spec().source() instanceof KafkaSource
        ? strategy.withType("RollingUpdate").build()
        : strategy.withType("Recreate").build();
  }
}
