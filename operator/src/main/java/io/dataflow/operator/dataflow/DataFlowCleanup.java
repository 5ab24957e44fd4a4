package io.dataflow.operator.dataflow;

import io.dataflow.api.spec.status.DataFlowStatus;
import io.dataflow.api.spec.status.Phase;
import io.dataflow.kubernetes.controller.Requeue;
import io.dataflow.kubernetes.controller.TerminatingPods;
import io.dataflow.kubernetes.failure.ApiServerException;
import io.dataflow.operator.resource.DataFlowResource;
import io.dataflow.operator.workload.FlowName;
import io.dataflow.operator.workload.WorkloadResources;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.javaoperatorsdk.operator.api.reconciler.DeleteControl;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Takes a flow's children away, in the documented order (`docs/lifecycle.md`), and lets the flow
/// go when its processors have ended: a flow of the same name that comes next must not meet them,
/// and they save their position in a ConfigMap of the flow until then.
final class DataFlowCleanup {
  private final DataFlowCluster workshop;

  /// By the flow's UID. What this process has not seen is not known to be over: the flow's own time
  /// of deletion may be long ago, as when no operator was there.
  private final Map<String, TerminatingPods> leaving = new ConcurrentHashMap<>();

  DataFlowCleanup(DataFlowCluster workshop) {
    this.workshop = workshop;
  }

  /// @throws ApiServerException when a child cannot be deleted
  DeleteControl of(DataFlowResource flow) {
    var name = FlowName.of(flow);
    var uid = flow.getMetadata().getUid();
    if (!leaving.containsKey(uid) || workshop.deployment(flow).isPresent()) {
      delete(flow, WorkloadResources.named(new Deployment(), name.workload(), name.deployment()));
    }
    var pods = leaving.computeIfAbsent(uid, _ -> new TerminatingPods(workshop.now()));
    if (pods.areAwaited(workshop.sight(flow).pods(), workshop.now()) || workshop.isEnding()) {
      return DeleteControl.noFinalizerRemoval().rescheduleAfter(Requeue.CHECK_INTERVAL.toMillis());
    }
    WorkloadResources.all(name.workload()).forEach(child -> delete(flow, child));
    workshop.keepSecrets(name, Set.of());
    workshop.events().normal(flow, "ResourcesDeleted", "Deleted Deployment and ConfigMap");
    stopped(flow);
    workshop.forget(flow);
    leaving.remove(uid);
    return DeleteControl.defaultDelete();
  }

  private void delete(DataFlowResource flow, HasMetadata child) {
    ApiServerException.orThrow(
        "CleanupFailed",
        "Failed to cleanup resources",
        () -> workshop.children().delete(child, flow.getMetadata().getUid()));
  }

  // A courtesy: nobody keeps a flow by not taking down its last words.
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
    try {
      workshop.writeStatus(flow, status);
    } catch (ApiServerException notTaken) {
      workshop.meter().error("status");
      workshop.warn(flow, notTaken.blocker(), notTaken.event());
    }
  }
}
