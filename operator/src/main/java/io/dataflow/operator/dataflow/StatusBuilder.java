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
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/// Makes the status of what is seen. The same sight gives the same status, so that it is written
/// only when something has changed.
public record StatusBuilder(Clock clock) {
  /// The status of a flow whose children are as they should be, or wait to be.
  public DataFlowStatus of(
      DataFlowResource flow, ProcessorInput input, UpgradeDecision turn, ObservedState seen) {
    var rest = input.rest();
    var judgement =
        FlowHealth.of(seen, ProcessorDeployment.replicas(input), rest).hiding(input.secrets());
    var maintenance =
        new MaintenanceStatus(
            Optional.of(rest.inWindow()),
            rest.next().map(StatusBuilder::utc),
            rest.last().map(StatusBuilder::utc),
            Optional.of(rest.suspended()));
    var guarantee = input.spec().guarantee();
    return status(flow, judgement, turn, seen, Optional.of(maintenance), guarantee);
  }

  /// The status of a flow that cannot be made to run; its processors may go on as they were.
  public DataFlowStatus of(DataFlowResource flow, Blocker blocker, ObservedState seen) {
    var maintenance = flow.observed().maintenanceStatus();
    var guarantee = flow.observed().guarantee().orElseGet(DeliveryGuarantee.AT_LEAST_ONCE::words);
    return status(flow, FlowHealth.of(blocker), UpgradeDecision.NOW, seen, maintenance, guarantee);
  }

  private DataFlowStatus status(
      DataFlowResource flow,
      FlowHealth judgement,
      UpgradeDecision turn,
      ObservedState seen,
      Optional<MaintenanceStatus> maintenance,
      String guarantee) {
    var before = flow.observed();
    var generation = flow.getMetadata().getGeneration();
    var totals = MessageCounters.of(before, seen.said(), seen.podNames());
    return new DataFlowStatus(
        Optional.of(judgement.phase()),
        Optional.of(judgement.message()),
        LastProcessedTime.of(before, seen),
        Optional.of(totals.processed()),
        Optional.of(totals.errors()),
        Optional.of(generation),
        new FlowConditions(judgement, turn, generation, clock.instant()).after(before.conditions()),
        maintenance,
        Optional.of(seen.deployment().map(it -> RolloutStatus.of(it, 0).replicas()).orElse(0)),
        Optional.of(FlowName.of(flow).selectorText()),
        Optional.of(guarantee),
        totals.processors());
  }

  private static OffsetDateTime utc(Instant moment) {
    return moment.atOffset(ZoneOffset.UTC);
  }
}
