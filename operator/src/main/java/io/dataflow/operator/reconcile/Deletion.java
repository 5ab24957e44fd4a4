package io.dataflow.operator.reconcile;

import io.dataflow.api.spec.status.DataFlowStatus;
import io.dataflow.api.spec.status.Phase;
import io.dataflow.operator.desired.FlowName;
import io.dataflow.operator.resource.DataFlowResource;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.rbac.Role;
import io.fabric8.kubernetes.api.model.rbac.RoleBinding;
import io.javaoperatorsdk.operator.api.reconciler.DeleteControl;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Takes a flow's children away, in the documented order (`docs/lifecycle.md`), and lets the flow
/// go when its processors have ended: a flow of the same name that comes next must not meet them.
///
/// It never waits for longer than the processors' own grace period and a little: a node that is
/// gone never reports the end of its pods.
final class Deletion {
  private static final Duration LITTLE = Duration.ofSeconds(30);
  private static final Duration LOOK = Duration.ofSeconds(1);

  private final Workshop workshop;

  Deletion(Workshop workshop) {
    this.workshop = workshop;
  }

  /// @throws FlowException when a child cannot be deleted, or the status is not taken
  DeleteControl of(DataFlowResource flow) {
    var name = FlowName.of(flow);
    delete(flow, named(new Deployment(), name.namespace(), name.deployment()));
    var pods = workshop.sight(flow).pods();
    if (workshop.isEnding() || pods.stream().anyMatch(pod -> isAwaited(pod, flow))) {
      return DeleteControl.noFinalizerRemoval().rescheduleAfter(LOOK.toMillis());
    }
    children(name).forEach(child -> delete(flow, child));
    workshop.keepSecrets(name, Set.of());
    workshop.events().normal(flow, "ResourcesDeleted", "Deleted Deployment and ConfigMap");
    stopped(flow);
    workshop.forget(flow);
    return DeleteControl.defaultDelete();
  }

  private static List<HasMetadata> children(FlowName name) {
    var space = name.namespace();
    return List.of(
        named(new ConfigMap(), space, name.spec()),
        named(new ConfigMap(), space, name.checkpoint()),
        named(new RoleBinding(), space, name.processor()),
        named(new Role(), space, name.processor()),
        named(new ServiceAccount(), space, name.processor()),
        named(new Secret(), space, name.secrets()));
  }

  private static <R extends HasMetadata> R named(R object, String namespace, String name) {
    object.setMetadata(new ObjectMetaBuilder().withNamespace(namespace).withName(name).build());
    return object;
  }

  private void delete(DataFlowResource flow, HasMetadata child) {
    FlowException.orThrow(
        "CleanupFailed",
        "Failed to cleanup resources",
        () -> workshop.children().delete(child, flow.getMetadata().getUid()));
  }

  /// Whether a pod is still given its time.
  private boolean isAwaited(Pod pod, DataFlowResource flow) {
    var end =
        Optional.ofNullable(pod.getMetadata().getDeletionTimestamp())
            .orElse(flow.getMetadata().getDeletionTimestamp());
    return workshop.now().isBefore(Instant.parse(end).plus(LITTLE));
  }

  private void stopped(DataFlowResource flow) {
    var before = flow.observed();
    var status =
        new DataFlowStatus(
            Optional.of(Phase.STOPPED),
            Optional.of("Deployment and ConfigMap are deleted"),
            before.lastProcessedTime(),
            before.processedCount(),
            before.errorCount(),
            Optional.of(flow.getMetadata().getGeneration()),
            before.conditions(),
            before.maintenanceStatus(),
            Optional.of(0),
            before.selector(),
            before.guarantee(),
            before.processors());
    workshop.writeStatus(flow, status);
  }
}
