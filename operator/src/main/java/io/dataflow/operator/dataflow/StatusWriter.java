package io.dataflow.operator.dataflow;

import io.dataflow.api.model.type.WordType;
import io.dataflow.api.spec.status.DataFlowStatus;
import io.dataflow.api.spec.status.Phase;
import io.dataflow.kubernetes.event.EventRecorder;
import io.dataflow.kubernetes.failure.ApiServerException;
import io.dataflow.kubernetes.failure.Blocker;
import io.dataflow.operator.metrics.OperatorMeters;
import io.dataflow.operator.resource.DataFlowResource;
import io.dataflow.operator.workload.FlowName;
import io.dataflow.operator.workload.Ownership;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import io.javaoperatorsdk.operator.api.reconciler.Context;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Writes what is to be said of DataFlows: status, events, metric and log.
final class StatusWriter {
  // Flows are the reconciler's, whatever of it speaks.
  private static final Logger LOG = LoggerFactory.getLogger(DataFlowReconciler.class);
  private static final PatchContext APPLY =
      new PatchContext.Builder()
          .withPatchType(PatchType.SERVER_SIDE_APPLY)
          .withFieldManager(Ownership.FIELD_MANAGER)
          .withForce(true)
          .build();

  private final KubernetesClient client;
  private final FlowObserver observer;
  private final EventRecorder events;
  private final OperatorMeters meters;

  StatusWriter(
      KubernetesClient client, FlowObserver observer, EventRecorder events, OperatorMeters meters) {
    this.client = client;
    this.observer = observer;
    this.events = events;
    this.meters = meters;
  }

  /// Writes a status that has changed.
  ///
  /// @return a pause of nothing when the flow is not any more as it was when the status was thought
  ///     of, which is to be reconciled again
  Optional<Duration> write(
      DataFlowResource flow, DataFlowStatus status, Context<DataFlowResource> context) {
    recordPhase(flow, status);
    if (status.equals(flow.lastStatus()) || observer.isStopping()) {
      return Optional.empty();
    }
    // The framework takes what came before its own write for known, and tells nobody of it: a
    // deletion or a change that came just then would wait for whatever happens next
    // (https://github.com/operator-framework/java-operator-sdk/issues/3398).
    var now =
        ApiServerException.statusOrThrow(
            flow.getKind(),
            () ->
                context
                    .resourceOperations()
                    .serverSideApplyPrimaryStatus(flow.statusPatch(status)));
    return now.hasSameDesiredState(flow) ? Optional.empty() : Optional.of(Duration.ZERO);
  }

  private void recordPhase(DataFlowResource flow, DataFlowStatus status) {
    var name = FlowName.of(flow);
    status
        .phase()
        .ifPresent(it -> meters.phases().report(name.namespace(), name.name(), WordType.word(it)));
  }

  /// Records a blocker once, and again when its words change: not with every retry.
  ///
  /// @param event the event's text
  void recordNew(DataFlowResource flow, Blocker blocker, String event) {
    if (flow.lastStatus().message().filter(blocker.message()::equals).isEmpty()) {
      recordWarning(flow, blocker, event);
    }
  }

  /// Says in the log and on the flow what is wrong with it.
  ///
  /// @param event the event's text
  void recordWarning(DataFlowResource flow, Blocker blocker, String event) {
    LOG.warn("{}: {}: {}", FlowName.of(flow), blocker.reason(), blocker.message());
    events.warning(flow, blocker.reason(), event);
  }

  /// Says of a flow that is about to go that nothing of it is left. A courtesy: a status that is
  /// not taken keeps no flow from going.
  void writeDeleted(DataFlowResource flow) {
    events.normal(flow, "ResourcesDeleted", "Deleted Deployment and ConfigMap");
    var status = stopped(flow.lastStatus(), flow.getMetadata().getGeneration());
    try {
      ApiServerException.statusOrThrow(
          flow.getKind(),
          () -> client.resource(flow.statusPatch(status)).subresource("status").patch(APPLY));
    } catch (ApiServerException notTaken) {
      meters.reconciles().error("status");
      recordWarning(flow, notTaken.blocker(), notTaken.event());
    }
    var name = FlowName.of(flow);
    meters.phases().forget(name.namespace(), name.name());
  }

  private static DataFlowStatus stopped(DataFlowStatus before, long generation) {
    return new DataFlowStatus(
        Optional.of(Phase.STOPPED),
        Optional.of("Deployment and ConfigMap are deleted"),
        before.lastProcessedTime(),
        before.processedCount(),
        before.errorCount(),
        Optional.of(generation),
        before.conditions(),
        before.maintenanceStatus(),
        Optional.of(0),
        before.selector(),
        before.guarantee(),
        before.processors());
  }
}
