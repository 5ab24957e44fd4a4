package io.dataflow.operator.status;

import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentCondition;
import io.fabric8.kubernetes.api.model.apps.DeploymentStatus;
import java.util.Optional;
import java.util.stream.Stream;

/// How far a Deployment is.
///
/// @param replicas pods that there are
/// @param ready pods that have started
/// @param settled whether what is there is what is wanted
public record Rollout(int replicas, int ready, boolean settled, Optional<Trouble> refused) {

  /// What the Deployment says, of a flow that wants so many pods.
  public static Rollout of(Deployment deployment, int wanted) {
    var status = Optional.ofNullable(deployment.getStatus()).orElseGet(DeploymentStatus::new);
    int replicas = number(status.getReplicas());
    int ready = number(status.getReadyReplicas());
    boolean seen =
        Optional.ofNullable(status.getObservedGeneration()).orElse(0L)
            >= Optional.ofNullable(deployment.getMetadata().getGeneration()).orElse(0L);
    boolean settled =
        seen
            && number(status.getUpdatedReplicas()) == wanted
            && replicas == wanted
            && ready == wanted;
    return new Rollout(replicas, ready, settled, refused(status));
  }

  /// A quota, a policy or an admission webhook that keeps pods from being made.
  private static Optional<Trouble> refused(DeploymentStatus status) {
    return Stream.ofNullable(status.getConditions())
        .flatMap(conditions -> conditions.stream())
        .filter(it -> it.getType().equals("ReplicaFailure") && it.getStatus().equals("True"))
        .map(DeploymentCondition::getMessage)
        .map(
            why ->
                Trouble.lasting("PodsRefused", "the cluster refuses the processor's pod: " + why))
        .findFirst();
  }

  private static int number(Integer count) {
    return Optional.ofNullable(count).orElse(0);
  }
}
