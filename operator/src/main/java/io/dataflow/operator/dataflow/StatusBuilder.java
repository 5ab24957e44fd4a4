package io.dataflow.operator.dataflow;

import io.dataflow.api.spec.DeliveryGuarantee;
import io.dataflow.api.spec.status.DataFlowStatus;
import io.dataflow.api.spec.status.MaintenanceStatus;
import io.dataflow.kubernetes.cache.RolloutStatus;
import io.dataflow.kubernetes.failure.Blocker;
import io.dataflow.operator.processor.MessageCounters;
import io.dataflow.operator.resource.DataFlowResource;
import io.dataflow.operator.upgrade.UpgradeDecision;
import io.dataflow.operator.workload.FlowName;
import java.time.Clock;
import java.util.Optional;

/// Builds the status from what is observed. The same gives the same status, so that it is written
/// only when something has changed.
public record StatusBuilder(Clock clock) {
  /// The status of a flow that owns what it should, or waits to.
  public DataFlowStatus of(
      DataFlowResource flow,
      ProcessorInput input,
      UpgradeDecision decision,
      ObservedState observed) {
    var maintenance = input.maintenance();
    var health =
        FlowHealth.of(observed, ProcessorDeployment.replicas(input), maintenance)
            .redacted(input.secrets());
    var guarantee = input.spec().guarantee();
    return status(flow, health, decision, observed, Optional.of(maintenance.status()), guarantee);
  }

  /// The status of a flow that cannot be made to run; its processors may go on as they were.
  public DataFlowStatus of(DataFlowResource flow, Blocker blocker, ObservedState observed) {
    var maintenance = flow.lastStatus().maintenanceStatus();
    var guarantee = flow.lastStatus().guarantee().orElseGet(DeliveryGuarantee.AT_LEAST_ONCE::words);
    return status(
        flow, FlowHealth.of(blocker), UpgradeDecision.PROCEED, observed, maintenance, guarantee);
  }

  private DataFlowStatus status(
      DataFlowResource flow,
      FlowHealth health,
      UpgradeDecision decision,
      ObservedState observed,
      Optional<MaintenanceStatus> maintenance,
      String guarantee) {
    var before = flow.lastStatus();
    var generation = flow.getMetadata().getGeneration();
    var totals = MessageCounters.of(before, observed.allReports(), observed.podNames());
    return new DataFlowStatus(
        Optional.of(health.phase()),
        Optional.of(health.message()),
        LastProcessedTime.of(before, observed),
        Optional.of(totals.processed()),
        Optional.of(totals.errors()),
        Optional.of(generation),
        new FlowConditions(health, decision, generation, clock.instant())
            .after(before.conditions()),
        maintenance,
        Optional.of(observed.deployment().map(it -> RolloutStatus.of(it, 0).replicas()).orElse(0)),
        Optional.of(FlowName.of(flow).selectorText()),
        Optional.of(guarantee),
        totals.processors());
  }
}
