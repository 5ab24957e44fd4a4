package io.dataflow.operator.status;

import io.dataflow.operator.desired.FlowInput;
import io.dataflow.operator.desired.FlowName;
import io.dataflow.operator.desired.ProcessorDeployment;
import io.dataflow.operator.resource.DataFlowResource;
import io.dataflow.operator.resource.DataFlowStatus;
import io.dataflow.operator.resource.MaintenanceStatus;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/// Makes the status of what is seen. The same sight gives the same status, so that it is written
/// only when something has changed.
public record Observed(Clock clock) {
  /// Every flow's guarantee in this version.
  private static final String GUARANTEE = "at least once";

  /// The status of a flow whose children are as they should be.
  public DataFlowStatus of(DataFlowResource flow, FlowInput input, Seen seen) {
    var rest = input.rest();
    var judgement =
        Judgement.of(seen, ProcessorDeployment.replicas(input), rest).hiding(input.secrets());
    var maintenance =
        new MaintenanceStatus(
            rest.inWindow(),
            rest.next().map(Instant::toString).orElse(null),
            rest.last().map(Instant::toString).orElse(null),
            rest.suspended());
    return status(flow, judgement, seen, Optional.of(maintenance));
  }

  /// The status of a flow that cannot be made to run; its processors may go on as they were.
  public DataFlowStatus of(DataFlowResource flow, Trouble trouble, Seen seen) {
    var before = Optional.ofNullable(flow.observed().maintenanceStatus());
    return status(flow, Judgement.of(trouble), seen, before);
  }

  private DataFlowStatus status(
      DataFlowResource flow,
      Judgement judgement,
      Seen seen,
      Optional<MaintenanceStatus> maintenance) {
    var before = flow.observed();
    var generation = flow.getMetadata().getGeneration();
    var totals = Totals.of(before, seen.said(), seen.podNames());
    return new DataFlowStatus(
        judgement.phase().label(),
        judgement.message(),
        LastTime.of(before, seen).orElse(null),
        totals.processed(),
        totals.errors(),
        generation,
        seen.deployment().map(it -> Rollout.of(it, 0).replicas()).orElse(0),
        FlowName.of(flow).selectorText(),
        GUARANTEE,
        maintenance.orElse(null),
        new Conditions(judgement, generation, clock.instant()).after(before.conditions()),
        totals.processors());
  }
}
