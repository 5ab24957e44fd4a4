package io.dataflow.operator.reconcile;

import io.dataflow.api.spec.status.DataFlowStatus;
import io.dataflow.kubernetes.metrics.ReconcileResult;
import io.dataflow.operator.child.Change;
import io.dataflow.operator.child.CheckpointReset;
import io.dataflow.operator.child.Failure;
import io.dataflow.operator.child.FlowException;
import io.dataflow.operator.child.NamespaceEnd;
import io.dataflow.operator.desired.Desired;
import io.dataflow.operator.desired.FlowInput;
import io.dataflow.operator.desired.FlowName;
import io.dataflow.operator.desired.ProcessorDeployment;
import io.dataflow.operator.resource.DataFlowResource;
import io.dataflow.operator.status.Trouble;
import io.dataflow.operator.upgrade.Turn;
import io.dataflow.operator.workload.WorkloadName;
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

  /// A flow is looked at so often though nothing seems to have happened, in case that something was
  /// lost on its way here. It costs nothing but a little time: what is as it should be is not
  /// written.
  public static final Duration ROUND = Duration.ofMinutes(5);

  private static final Duration LOOK_AGAIN = Duration.ofSeconds(10);
  private static final Duration GLANCE = Duration.ofSeconds(1);
  private static final Duration BLINK = Duration.ofMillis(200);

  private final Workshop workshop;

  /// A reconciler with its tools.
  public DataFlowReconciler(Workshop workshop) {
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
      throw caught(e);
    }
  }

  // The framework catches exceptions alone, and would never call again for a flow that it takes to
  // be in hand still.
  private static IllegalStateException caught(Error e) {
    return new IllegalStateException(e.toString(), e);
  }

  /// Returns when to look again though nothing happens, if ever.
  private Optional<Duration> seeTo(DataFlowResource flow, Context<DataFlowResource> context) {
    var deployment = workshop.deployment(flow);
    var reset = CheckpointReset.of(flow, deployment, workshop.client());
    return switch (read(flow, reset)) {
      case Reading.Wrong(var trouble) -> {
        workshop.turns().leave(FlowName.of(flow));
        tell(flow, trouble, trouble.message());
        yield status(flow, workshop.observed().of(flow, trouble, workshop.sight(flow)), context);
      }
      case Reading.Runnable(var input) -> {
        var desired = Desired.of(input);
        var turn = turn(flow, input, desired);
        boolean done = ensure(flow, workshop.due(desired, turn), deployment);
        if (reset.asked()) {
          reset.takeBack(flow, workshop.client());
        }
        prune(flow, input, desired);
        var status = workshop.observed().of(flow, input, turn, workshop.sight(flow));
        yield status(flow, status, context)
            .or(() -> done ? nextLook(input, turn) : Optional.of(BLINK));
      }
    };
  }

  // Pods may still need what the ones that follow them do not.
  private void prune(DataFlowResource flow, FlowInput input, Desired desired) {
    var sight = workshop.sight(flow);
    int replicas = ProcessorDeployment.replicas(input);
    if (!workshop.isEnding() && sight.isSettled(desired.deployment(), replicas)) {
      Desired.unwanted(input).forEach(child -> workshop.prune(flow, child));
    }
  }

  private Turn turn(DataFlowResource flow, FlowInput input, Desired desired) {
    var stand = workshop.sight(flow).stand(desired.deployment(), input);
    return workshop.turns().of(input.name(), stand);
  }

  private Optional<Duration> nextLook(FlowInput input, Turn turn) {
    var change = input.rest().change().map(this::until);
    return switch (turn) {
      // Its way may be so short that nothing tells of its end, as where no pod had to be replaced.
      case MOVE -> Optional.of(change.filter(it -> it.compareTo(GLANCE) < 0).orElse(GLANCE));
      case NOW, WAIT -> change;
    };
  }

  // A little later than the change, so that it has surely happened when somebody looks. It may have
  // happened meanwhile, and a timer knows no time before now; and this look takes the place of the
  // one that comes to every flow, so it must not be later.
  private Duration until(Instant change) {
    var delay = Duration.between(workshop.now(), change).plusMillis(500);
    return delay.isPositive() ? delay.compareTo(ROUND) < 0 ? delay : ROUND : BLINK;
  }

  private Reading read(DataFlowResource flow, CheckpointReset reset) {
    var name = FlowName.of(flow);
    var secrets = workshop.secretsOf(name);
    var reading =
        FlowException.orThrow(
            "SecretResolutionFailed",
            "Failed to resolve secrets",
            () -> Reading.of(flow, secrets, reset.token(), workshop.defaults(), workshop.now()));
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
      if (change == Change.OUTDATED) {
        return false;
      }
    }
    return true;
  }

  private void tell(DataFlowResource flow, HasMetadata child, Change change) {
    boolean documented = isSpec(child) || child instanceof Deployment;
    if (documented && !change.label().isEmpty()) {
      var message = change.label() + " " + child.getKind() + " " + child.getMetadata().getName();
      workshop.events().normal(flow, child.getKind() + change.label(), message);
    }
  }

  private static boolean isSpec(HasMetadata child) {
    return child instanceof ConfigMap && !WorkloadName.isCheckpoint(child.getMetadata().getName());
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
        FlowException.statusOrThrow(
            flow.getKind(),
            () -> context.resourceOperations().serverSideApplyPrimaryStatus(flow.bearing(status)));
    return now.asksAs(flow) ? Optional.empty() : Optional.of(Duration.ZERO);
  }

  @Override
  public ErrorStatusUpdateControl<DataFlowResource> updateErrorStatus(
      DataFlowResource flow, Context<DataFlowResource> context, Exception e) {
    if (workshop.isEnding() || NamespaceEnd.isCauseOf(e)) {
      return ErrorStatusUpdateControl.noStatusUpdate();
    }
    var failure = Failure.of(e);
    var trouble = failure.trouble();
    workshop.meter().error(failure.stage());
    workshop.turns().fail(FlowName.of(flow));
    tell(flow, trouble, failure.event());
    if (flow.isMarkedForDeletion() || !failure.isForStatus()) {
      return ErrorStatusUpdateControl.noStatusUpdate();
    }
    var control = ErrorStatusUpdateControl.<DataFlowResource>noStatusUpdate();
    try {
      var status = workshop.observed().of(flow, trouble, workshop.sight(flow));
      // What somebody has to change is looked at now and then; anything else is tried again soon,
      // and less and less often.
      status(flow, status, context)
          .or(() -> trouble.lasting() ? Optional.of(LOOK_AGAIN) : Optional.empty())
          .ifPresent(control::rescheduleAfter);
    } catch (FlowException notWritten) {
      e.addSuppressed(notWritten);
    }
    return control;
  }

  // A trouble is told once, and again when its words change: not with every try.
  private void tell(DataFlowResource flow, Trouble trouble, String event) {
    if (flow.observed().message().filter(trouble.message()::equals).isEmpty()) {
      workshop.warn(flow, trouble, event);
    }
  }

  @Override
  public DeleteControl cleanup(DataFlowResource flow, Context<DataFlowResource> context) {
    workshop.turns().leave(FlowName.of(flow));
    try {
      return workshop.deletion().of(flow);
    } catch (StackOverflowError | LinkageError e) {
      throw caught(e);
    } catch (RuntimeException e) {
      workshop.meter().error("cleanup");
      var failure = Failure.of(e);
      workshop.warn(flow, failure.trouble(), failure.event());
      throw e;
    }
  }
}
