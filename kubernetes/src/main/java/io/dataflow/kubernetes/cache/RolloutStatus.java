package io.dataflow.kubernetes.cache;

import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentCondition;
import io.fabric8.kubernetes.api.model.apps.DeploymentStatus;
import java.util.Optional;
import java.util.stream.Stream;

/// How far the rollout of a Deployment is.
///
/// @param replicas pods that there are
/// @param updated those of them that are as the Deployment says now
/// @param ready pods that have started
/// @param observed whether the cluster has seen what the Deployment says now
/// @param settled whether what is there is what is wanted
/// @param deadlineExceeded whether the Deployment's own deadline for that is over
/// @param refused why the cluster refuses its pods: a quota, a policy or an admission webhook
public record RolloutStatus(
    int replicas,
    int updated,
    int ready,
    boolean observed,
    boolean settled,
    boolean deadlineExceeded,
    Optional<String> refused) {

  /// What the Deployment says, of which so many pods are wanted.
  public static RolloutStatus of(Deployment deployment, int wanted) {
    var status = Optional.ofNullable(deployment.getStatus()).orElseGet(DeploymentStatus::new);
    int replicas = number(status.getReplicas());
    int ready = number(status.getReadyReplicas());
    int updated = number(status.getUpdatedReplicas());
    boolean observed =
        Optional.ofNullable(status.getObservedGeneration()).orElse(0L)
            >= Optional.ofNullable(deployment.getMetadata().getGeneration()).orElse(0L);
    boolean settled = observed && updated == wanted && replicas == wanted && ready == wanted;
    boolean deadlineExceeded =
        conditions(status, "Progressing", "False")
            .anyMatch(it -> "ProgressDeadlineExceeded".equals(it.getReason()));
    return new RolloutStatus(
        replicas, updated, ready, observed, settled, deadlineExceeded, refused(status));
  }

  private static Optional<String> refused(DeploymentStatus status) {
    return conditions(status, "ReplicaFailure", "True")
        .map(DeploymentCondition::getMessage)
        .findFirst();
  }

  private static Stream<DeploymentCondition> conditions(
      DeploymentStatus status, String type, String holds) {
    return Stream.ofNullable(status.getConditions())
        .flatMap(conditions -> conditions.stream())
        .filter(it -> it.getType().equals(type) && it.getStatus().equals(holds));
  }

  private static int number(Integer count) {
    return Optional.ofNullable(count).orElse(0);
  }
}
