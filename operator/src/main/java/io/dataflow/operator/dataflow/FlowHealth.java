package io.dataflow.operator.dataflow;

import io.dataflow.api.spec.status.Phase;
import io.dataflow.kubernetes.cache.RolloutStatus;
import io.dataflow.kubernetes.failure.Blocker;
import io.dataflow.operator.processor.ProcessorReport;
import io.dataflow.operator.secret.SecretEntry;
import io.dataflow.operator.workload.MaintenanceState;
import java.util.List;

/// How a flow is: its phase and message (`docs/lifecycle.md`), and why.
///
/// @param reason one word in CamelCase, for the conditions
/// @param ready whether messages are processed
/// @param changing whether the cluster is still reconciling what is wanted
/// @param stalled whether somebody has to change something
record FlowHealth(
    Phase phase, String reason, String message, boolean ready, boolean changing, boolean stalled) {

  static FlowHealth of(Blocker blocker) {
    return new FlowHealth(
        Phase.ERROR, blocker.reason(), blocker.message(), false, false, blocker.terminal());
  }

  static FlowHealth of(ObservedState observed, int wanted, MaintenanceState maintenance) {
    var rollout = observed.deployment().map(deployment -> RolloutStatus.of(deployment, wanted));
    if (rollout.isEmpty()) {
      return pending("DeploymentMissing", "Deployment not found");
    }
    return wanted == 0 ? paused(rollout.get(), maintenance) : running(observed, rollout.get());
  }

  private static FlowHealth paused(RolloutStatus rollout, MaintenanceState maintenance) {
    boolean stopping = rollout.replicas() > 0;
    if (maintenance.suspended()) {
      return stopped("Suspended", "Processor suspended manually", stopping);
    }
    return maintenance.inWindow()
        ? stopped(
            "MaintenanceWindow", "Processor paused for scheduled maintenance window", stopping)
        : stopped("NoReplicas", "No replicas are wanted", stopping);
  }

  private static FlowHealth stopped(String reason, String message, boolean stopping) {
    return new FlowHealth(Phase.STOPPED, reason, message, false, stopping, false);
  }

  private static FlowHealth running(ObservedState observed, RolloutStatus rollout) {
    var blocker = observed.blocker();
    if (rollout.ready() > 0) {
      return blocker
          .filter(Blocker::terminal)
          .map(why -> degraded(why, rollout))
          .orElseGet(() -> started(observed, rollout));
    }
    if (blocker.isPresent()) {
      var why = blocker.get();
      return why.terminal() ? of(why) : pending(why.reason(), why.message());
    }
    return rollout.replicas() > 0 || !rollout.settled()
        ? pending("ProcessorStarting", "Processor pod is starting")
        : of(Blocker.temporary("NoReplicas", "No replicas available"));
  }

  /// Some processors run, and another one cannot.
  private static FlowHealth degraded(Blocker why, RolloutStatus rollout) {
    return new FlowHealth(
        Phase.RUNNING, why.reason(), why.message(), false, !rollout.settled(), true);
  }

  private static FlowHealth started(ObservedState observed, RolloutStatus rollout) {
    var waiting =
        observed.reports().values().stream().filter(ProcessorReport::isWaiting).findFirst();
    return waiting
        .map(
            report ->
                new FlowHealth(
                    Phase.RUNNING,
                    "ProcessorWaiting",
                    report.message(),
                    false,
                    !rollout.settled(),
                    false))
        .orElseGet(
            () ->
                new FlowHealth(
                    Phase.RUNNING,
                    "ProcessorRunning",
                    "Processor pod is running",
                    true,
                    !rollout.settled(),
                    false));
  }

  private static FlowHealth pending(String reason, String message) {
    return new FlowHealth(Phase.PENDING, reason, message, false, true, false);
  }

  /// The same without these values, should any have got into the message.
  FlowHealth redacted(List<SecretEntry> secrets) {
    var text = SecretEntry.redacted(secrets, message);
    return new FlowHealth(phase, reason, text, ready, changing, stalled);
  }
}
