package io.dataflow.operator.dataflow;

import io.dataflow.kubernetes.apply.ApplyResult;
import io.dataflow.kubernetes.apply.ServerSideApplier;
import io.dataflow.kubernetes.event.EventRecorder;
import io.dataflow.kubernetes.failure.ApiServerException;
import io.dataflow.operator.resource.DataFlowResource;
import io.dataflow.operator.upgrade.UpgradeDecision;
import io.dataflow.operator.workload.Ownership;
import io.dataflow.operator.workload.ResourceNames;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.List;
import java.util.Optional;

/// The resources that DataFlows own: applied, pruned and deleted here and nowhere else.
final class OwnedResources {
  private final FlowObserver observer;
  private final EventRecorder events;
  private final ServerSideApplier applier;

  OwnedResources(KubernetesClient client, FlowObserver observer, EventRecorder events) {
    this.observer = observer;
    this.events = events;
    this.applier = Ownership.applier(client, observer::cacheWritten);
  }

  /// Forgets a resource that is gone.
  void forget(HasMetadata owned) {
    applier.forget(owned);
  }

  /// Applies resources of a flow, as far as an upgrade lets it. A flow that is held keeps all of
  /// them as they are, because its old pods may need them, and gets what is missing.
  ///
  /// @return whether all of them are now as they should be. What follows one that is not may rest
  ///     on it, as hashes do on the key in the Secret
  boolean apply(
      DataFlowResource flow, List<? extends HasMetadata> wanted, UpgradeDecision decision) {
    return wanted.stream().allMatch(it -> isApplied(flow, it, observer.cached(it), decision));
  }

  /// Applies a flow's Deployment.
  ///
  /// @param observed the Deployment as it was when the other one was thought of
  boolean apply(
      DataFlowResource flow,
      Deployment wanted,
      Optional<Deployment> observed,
      UpgradeDecision decision) {
    return isApplied(flow, wanted, observed, decision);
  }

  private boolean isApplied(
      DataFlowResource flow,
      HasMetadata wanted,
      Optional<? extends HasMetadata> cached,
      UpgradeDecision decision) {
    if (decision == UpgradeDecision.HOLD && observer.cached(wanted).isPresent()) {
      return true;
    }
    if (observer.isStopping()) {
      return false;
    }
    var result = applier.apply(wanted, cached);
    record(flow, wanted, result);
    return result != ApplyResult.CONFLICT;
  }

  private void record(DataFlowResource flow, HasMetadata owned, ApplyResult result) {
    boolean documented = isSpec(owned) || owned instanceof Deployment;
    if (documented && !result.label().isEmpty()) {
      var message = result.label() + " " + owned.getKind() + " " + owned.getMetadata().getName();
      events.normal(flow, owned.getKind() + result.label(), message);
    }
  }

  private static boolean isSpec(HasMetadata owned) {
    return owned instanceof ConfigMap && !ResourceNames.isCheckpoint(owned.getMetadata().getName());
  }

  /// Deletes what a flow should not own any more, when its pods are the wanted ones: those of
  /// before may still need what the ones that follow them do not.
  void prune(DataFlowResource flow, ProcessorInput input, DesiredResources desired) {
    int replicas = ProcessorDeployment.replicas(input);
    if (!observer.isStopping()
        && observer.observe(flow).isSettled(desired.deployment(), replicas)) {
      DesiredResources.unwanted(input).stream()
          .filter(it -> observer.cached(it).isPresent())
          .forEach(it -> delete(flow, it));
    }
  }

  /// Deletes a resource of the flow's, if it is there.
  void delete(DataFlowResource flow, HasMetadata owned) {
    ApiServerException.orThrow(
        "CleanupFailed",
        "Failed to cleanup resources",
        () -> applier.delete(owned, flow.getMetadata().getUid()));
  }
}
