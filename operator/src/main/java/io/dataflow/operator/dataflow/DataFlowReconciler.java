package io.dataflow.operator.dataflow;

import io.dataflow.api.spec.status.DataFlowStatus;
import io.dataflow.kubernetes.apply.ApplyResult;
import io.dataflow.kubernetes.controller.Requeue;
import io.dataflow.kubernetes.failure.ApiServerException;
import io.dataflow.kubernetes.failure.Blocker;
import io.dataflow.kubernetes.failure.NamespaceTerminating;
import io.dataflow.kubernetes.failure.ReconcileFailure;
import io.dataflow.kubernetes.metrics.ReconcileResult;
import io.dataflow.operator.resource.DataFlowResource;
import io.dataflow.operator.upgrade.UpgradeDecision;
import io.dataflow.operator.workload.CheckpointReset;
import io.dataflow.operator.workload.FlowName;
import io.dataflow.operator.workload.ResourceNames;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.javaoperatorsdk.operator.api.reconciler.Cleaner;
import io.javaoperatorsdk.operator.api.reconciler.Context;
import io.javaoperatorsdk.operator.api.reconciler.DeleteControl;
import io.javaoperatorsdk.operator.api.reconciler.ErrorStatusUpdateControl;
import io.javaoperatorsdk.operator.api.reconciler.EventSourceContext;
import io.javaoperatorsdk.operator.api.reconciler.Reconciler;
import io.javaoperatorsdk.operator.api.reconciler.UpdateControl;
import io.javaoperatorsdk.operator.processing.event.source.EventSource;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Makes of every DataFlow what it asks for, in the documented order (`docs/lifecycle.md`):
/// Secrets, spec, checkpoint, Deployment, status.
public final class DataFlowReconciler
    implements Reconciler<DataFlowResource>, Cleaner<DataFlowResource> {
  /// Keeps a flow until its children are gone.
  public static final String FINALIZER = "dataflow.dataflow.io/finalizer";

  private final DataFlowCluster workshop;

  /// A reconciler with its tools.
  public DataFlowReconciler(DataFlowCluster workshop) {
    this.workshop = workshop;
  }

  @Override
  public List<EventSource<?, DataFlowResource>> prepareEventSources(
      EventSourceContext<DataFlowResource> context) {
    return workshop.watch(context);
  }

  @Override
  public UpdateControl<DataFlowResource> reconcile(
      DataFlowResource flow, Context<DataFlowResource> context) {
    try (var measured = workshop.meter().start()) {
      var control = UpdateControl.<DataFlowResource>noUpdate();
      seeTo(flow, context).ifPresent(control::rescheduleAfter);
      measured.ended(ReconcileResult.SUCCESS);
      return control;
    } catch (StackOverflowError | LinkageError e) {
      throw ReconcileFailure.ofError(e);
    }
  }

  /// Returns when to look again though nothing happens, if ever.
  private Optional<Duration> seeTo(DataFlowResource flow, Context<DataFlowResource> context) {
    var deployment = workshop.deployment(flow);
    var reset = CheckpointReset.of(flow, deployment, workshop.client());
    return switch (read(flow, reset)) {
      case ResolvedFlow.Wrong(var blocker) -> {
        workshop.turns().leave(FlowName.of(flow));
        tell(flow, blocker, blocker.message());
        yield status(flow, workshop.observed().of(flow, blocker, workshop.sight(flow)), context);
      }
      case ResolvedFlow.Runnable(var input) -> {
        var desired = DesiredResources.of(input);
        var turn = turn(flow, input, desired);
        boolean done = ensure(flow, workshop.due(desired, turn), deployment);
        if (reset.asked()) {
          reset.takeBack(flow, workshop.client());
        }
        prune(flow, input, desired);
        var status = workshop.observed().of(flow, input, turn, workshop.sight(flow));
        yield status(flow, status, context)
            .or(() -> done ? nextLook(input, turn) : Optional.of(Requeue.CONFLICT_RETRY));
      }
    };
  }

  // Pods may still need what the ones that follow them do not.
  private void prune(DataFlowResource flow, ProcessorInput input, DesiredResources desired) {
    var sight = workshop.sight(flow);
    int replicas = ProcessorDeployment.replicas(input);
    if (!workshop.isEnding() && sight.isSettled(desired.deployment(), replicas)) {
      DesiredResources.unwanted(input).forEach(child -> workshop.prune(flow, child));
    }
  }

  private UpgradeDecision turn(
      DataFlowResource flow, ProcessorInput input, DesiredResources desired) {
    var stand = workshop.sight(flow).stand(desired.deployment(), input);
    return workshop.turns().of(input.name(), stand);
  }

  private Optional<Duration> nextLook(ProcessorInput input, UpgradeDecision turn) {
    var change = input.rest().change().map(this::until);
    return switch (turn) {
      // Its way may be so short that nothing tells of its end, as where no pod had to be replaced.
      case MOVE ->
          Optional.of(
              change
                  .filter(it -> it.compareTo(Requeue.CHECK_INTERVAL) < 0)
                  .orElse(Requeue.CHECK_INTERVAL));
      case NOW, WAIT -> change;
    };
  }

  private Duration until(Instant change) {
    return Requeue.at(change, workshop.now());
  }

  private ResolvedFlow read(DataFlowResource flow, CheckpointReset reset) {
    var name = FlowName.of(flow);
    var secrets = workshop.secretsOf(name);
    var reading =
        ApiServerException.orThrow(
            "SecretResolutionFailed",
            "Failed to resolve secrets",
            () ->
                ResolvedFlow.of(flow, secrets, reset.token(), workshop.defaults(), workshop.now()));
    workshop.keepSecrets(name, secrets.names());
    return reading;
  }

  /// Whether all of them are now as they should be. What follows one that is not may rest on
  /// it, as hashes do on the key in the Secret.
  private boolean ensure(
      DataFlowResource flow, List<HasMetadata> children, Optional<Deployment> deployment) {
    for (var child : children) {
      if (workshop.isEnding()) {
        return false;
      }
      var change = workshop.ensure(child, deployment);
      tell(flow, child, change);
      if (change == ApplyResult.CONFLICT) {
        return false;
      }
    }
    return true;
  }

  private void tell(DataFlowResource flow, HasMetadata child, ApplyResult change) {
    boolean documented = isSpec(child) || child instanceof Deployment;
    if (documented && !change.label().isEmpty()) {
      var message = change.label() + " " + child.getKind() + " " + child.getMetadata().getName();
      workshop.events().normal(flow, child.getKind() + change.label(), message);
    }
  }

  private static boolean isSpec(HasMetadata child) {
    return child instanceof ConfigMap && !ResourceNames.isCheckpoint(child.getMetadata().getName());
  }

  /// Returns a pause of nothing when the flow is not any more as it was when the status was thought
  /// of.
  private Optional<Duration> status(
      DataFlowResource flow, DataFlowStatus status, Context<DataFlowResource> context) {
    workshop.note(flow, status);
    if (status.equals(flow.observed()) || workshop.isEnding()) {
      return Optional.empty();
    }
    // The framework takes what came before its own write for known, and tells nobody of it: a
    // deletion or a change that came just then would wait for whatever happens next
    // (https://github.com/operator-framework/java-operator-sdk/issues/3398).
    var now =
        ApiServerException.statusOrThrow(
            flow.getKind(),
            () -> context.resourceOperations().serverSideApplyPrimaryStatus(flow.bearing(status)));
    return now.asksAs(flow) ? Optional.empty() : Optional.of(Duration.ZERO);
  }

  @Override
  public ErrorStatusUpdateControl<DataFlowResource> updateErrorStatus(
      DataFlowResource flow, Context<DataFlowResource> context, Exception e) {
    if (workshop.isEnding() || NamespaceTerminating.isCauseOf(e)) {
      return ErrorStatusUpdateControl.noStatusUpdate();
    }
    var failure = ReconcileFailure.of(e, "flow");
    var blocker = failure.blocker();
    workshop.meter().error(failure.stage());
    workshop.turns().fail(FlowName.of(flow));
    tell(flow, blocker, failure.event());
    if (flow.isMarkedForDeletion() || !failure.isForStatus()) {
      return ErrorStatusUpdateControl.noStatusUpdate();
    }
    var control = ErrorStatusUpdateControl.<DataFlowResource>noStatusUpdate();
    try {
      var status = workshop.observed().of(flow, blocker, workshop.sight(flow));
      // What somebody has to change is looked at now and then; anything else is tried again soon,
      // and less and less often.
      status(flow, status, context)
          .or(() -> blocker.terminal() ? Optional.of(Requeue.BLOCKED_RETRY) : Optional.empty())
          .ifPresent(control::rescheduleAfter);
    } catch (ApiServerException notWritten) {
      e.addSuppressed(notWritten);
    }
    return control;
  }

  // A blocker is told once, and again when its words change: not with every try.
  private void tell(DataFlowResource flow, Blocker blocker, String event) {
    if (flow.observed().message().filter(blocker.message()::equals).isEmpty()) {
      workshop.warn(flow, blocker, event);
    }
  }

  @Override
  public DeleteControl cleanup(DataFlowResource flow, Context<DataFlowResource> context) {
    workshop.turns().leave(FlowName.of(flow));
    try {
      return workshop.deletion().of(flow);
    } catch (StackOverflowError | LinkageError e) {
      throw ReconcileFailure.ofError(e);
    } catch (RuntimeException e) {
      workshop.meter().error("cleanup");
      var failure = ReconcileFailure.of(e, "flow");
      workshop.warn(flow, failure.blocker(), failure.event());
      throw e;
    }
  }
}
