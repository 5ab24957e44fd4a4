package io.dataflow.operator.dataflow;

import io.dataflow.kubernetes.controller.Requeue;
import io.dataflow.kubernetes.controller.TerminatingPods;
import io.dataflow.operator.resource.DataFlowResource;
import io.dataflow.operator.secret.SecretResolver;
import io.dataflow.operator.workload.FlowName;
import io.dataflow.operator.workload.WorkloadResources;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.javaoperatorsdk.operator.api.reconciler.DeleteControl;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Takes away what a flow owns, in the documented order (`docs/lifecycle.md`), and removes the
/// finalizer when its processors have ended: a flow of the same name that comes next must not meet
/// them, and they save their position in a ConfigMap of the flow until then.
final class DataFlowCleanup {
  private final FlowObserver observer;
  private final OwnedResources resources;
  private final SecretResolver<FlowName> secrets;
  private final StatusWriter status;
  private final Clock clock;

  /// By the flow's UID. What this process has not seen is not known to be over: the flow's own time
  /// of deletion may be long ago, as when no operator was there.
  private final Map<String, TerminatingPods> terminating = new ConcurrentHashMap<>();

  DataFlowCleanup(
      FlowObserver observer,
      OwnedResources resources,
      SecretResolver<FlowName> secrets,
      StatusWriter status,
      Clock clock) {
    this.observer = observer;
    this.resources = resources;
    this.secrets = secrets;
    this.status = status;
    this.clock = clock;
  }

  /// @throws io.dataflow.kubernetes.failure.ApiServerException when a resource cannot be deleted
  DeleteControl of(DataFlowResource flow) {
    var name = FlowName.of(flow);
    deleteDeployment(flow, name);
    if (isAwaitingPods(flow) || observer.isStopping()) {
      return DeleteControl.noFinalizerRemoval().rescheduleAfter(Requeue.CHECK_INTERVAL.toMillis());
    }
    WorkloadResources.all(name.workload()).forEach(owned -> resources.delete(flow, owned));
    secrets.retain(name, Set.of());
    status.writeDeleted(flow);
    observer.forget(name);
    terminating.remove(flow.getMetadata().getUid());
    return DeleteControl.defaultDelete();
  }

  private void deleteDeployment(DataFlowResource flow, FlowName name) {
    boolean isFirst = !terminating.containsKey(flow.getMetadata().getUid());
    if (isFirst || observer.deployment(flow).isPresent()) {
      var deployment =
          WorkloadResources.named(new Deployment(), name.workload(), name.deployment());
      resources.delete(flow, deployment);
    }
  }

  private boolean isAwaitingPods(DataFlowResource flow) {
    var now = clock.instant();
    return terminating
        .computeIfAbsent(flow.getMetadata().getUid(), _ -> new TerminatingPods(now))
        .areAwaited(observer.observe(flow).pods(), now);
  }
}
