package io.dataflow.operator.dataflow;

import io.dataflow.kubernetes.controller.Requeue;
import io.dataflow.kubernetes.event.EventRecorder;
import io.dataflow.kubernetes.failure.ApiServerException;
import io.dataflow.kubernetes.failure.Blocker;
import io.dataflow.kubernetes.failure.NamespaceTerminating;
import io.dataflow.kubernetes.failure.ReconcileFailure;
import io.dataflow.kubernetes.metrics.ReconcileResult;
import io.dataflow.operator.metrics.OperatorMeters;
import io.dataflow.operator.resource.DataFlowResource;
import io.dataflow.operator.secret.SecretGrant;
import io.dataflow.operator.secret.SecretResolver;
import io.dataflow.operator.upgrade.UpgradeDecision;
import io.dataflow.operator.upgrade.UpgradeScheduler;
import io.dataflow.operator.workload.CheckpointReset;
import io.dataflow.operator.workload.FlowName;
import io.dataflow.operator.workload.Ownership;
import io.dataflow.operator.workload.ProcessorDefaults;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.javaoperatorsdk.operator.api.reconciler.Cleaner;
import io.javaoperatorsdk.operator.api.reconciler.Context;
import io.javaoperatorsdk.operator.api.reconciler.DeleteControl;
import io.javaoperatorsdk.operator.api.reconciler.ErrorStatusUpdateControl;
import io.javaoperatorsdk.operator.api.reconciler.EventSourceContext;
import io.javaoperatorsdk.operator.api.reconciler.Reconciler;
import io.javaoperatorsdk.operator.api.reconciler.UpdateControl;
import io.javaoperatorsdk.operator.processing.event.source.EventSource;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// Reconciles DataFlows, in the documented order (`docs/lifecycle.md`):
/// Secrets, spec, checkpoint, Deployment, status.
public final class DataFlowReconciler
    implements Reconciler<DataFlowResource>, Cleaner<DataFlowResource>, AutoCloseable {
  /// Keeps a flow until what it owns is gone.
  public static final String FINALIZER = "dataflow.dataflow.io/finalizer";

  private final KubernetesClient client;
  private final ProcessorDefaults defaults;
  private final OperatorMeters meters;
  private final Clock clock;
  private final FlowObserver observer;
  private final EventRecorder events;
  private final SecretResolver<FlowName> secrets;
  private final UpgradeScheduler upgrades;
  private final OwnedResources resources;
  private final StatusBuilder builder;
  private final StatusWriter status;
  private final DataFlowCleanup cleanup;

  /// @param defaults of all processors
  /// @param grants Secrets of other namespaces that flows may use
  /// @param rolloutBatch flows that an upgrade rolls out to at once, at most
  /// @param meters records phases and reconciles
  public DataFlowReconciler(
      KubernetesClient client,
      FlowObserver observer,
      ProcessorDefaults defaults,
      List<SecretGrant> grants,
      int rolloutBatch,
      OperatorMeters meters,
      Clock clock) {
    this.client = client;
    this.defaults = defaults;
    this.meters = meters;
    this.clock = clock;
    this.observer = observer;
    events = Ownership.events(client, clock);
    secrets = new SecretResolver<>(client, grants, observer::requeue);
    upgrades =
        new UpgradeScheduler(rolloutBatch, observer::rolling, observer::exists, observer::requeue);
    resources = new OwnedResources(client, observer, events);
    builder = new StatusBuilder(clock);
    status = new StatusWriter(client, observer, events, meters);
    cleanup = new DataFlowCleanup(observer, resources, secrets, status, clock);
    meters.watch(upgrades);
  }

  @Override
  public List<EventSource<?, DataFlowResource>> prepareEventSources(
      EventSourceContext<DataFlowResource> context) {
    return observer.watch(context, resources::forget);
  }

  @Override
  public UpdateControl<DataFlowResource> reconcile(
      DataFlowResource flow, Context<DataFlowResource> context) {
    try (var timer = meters.reconciles().start()) {
      var control = UpdateControl.<DataFlowResource>noUpdate();
      reconcileFlow(flow, context).ifPresent(control::rescheduleAfter);
      timer.ended(ReconcileResult.SUCCESS);
      return control;
    } catch (StackOverflowError | LinkageError e) {
      throw ReconcileFailure.ofError(e);
    }
  }

  /// Returns when to reconcile again though nothing happens, if ever.
  private Optional<Duration> reconcileFlow(
      DataFlowResource flow, Context<DataFlowResource> context) {
    var deployment = observer.deployment(flow);
    var reset = CheckpointReset.of(flow, deployment, client);
    return switch (resolve(flow, reset)) {
      case ResolvedFlow.Invalid(var blocker) -> block(flow, blocker, context);
      case ResolvedFlow.Ready(var input) -> {
        var desired = DesiredResources.of(input);
        var decision = decide(flow, input, desired);
        boolean isApplied =
            resources.apply(flow, desired.workload().secrets(), decision)
                && resources.apply(flow, desired.workload().spec(), decision)
                && resources.apply(flow, desired.workload().checkpoint(), decision)
                && resources.apply(flow, desired.deployment(), deployment, decision);
        reset.clearRequest(flow, client);
        resources.prune(flow, input, desired);
        var now = builder.of(flow, input, decision, observer.observe(flow));
        yield status
            .write(flow, now, context)
            .or(() -> isApplied ? requeue(input, decision) : Optional.of(Requeue.CONFLICT_RETRY));
      }
    };
  }

  private ResolvedFlow resolve(DataFlowResource flow, CheckpointReset reset) {
    var name = FlowName.of(flow);
    var values = secrets.resolve(name, name.namespace(), observer.hashKey(name));
    var resolved =
        ApiServerException.orThrow(
            "SecretResolutionFailed",
            "Failed to resolve secrets",
            () -> ResolvedFlow.of(flow, values, reset.token(), defaults, clock.instant()));
    secrets.retain(name, values.names());
    return resolved;
  }

  private Optional<Duration> block(
      DataFlowResource flow, Blocker blocker, Context<DataFlowResource> context) {
    upgrades.leave(FlowName.of(flow));
    status.recordNew(flow, blocker, blocker.message());
    return status.write(flow, builder.of(flow, blocker, observer.observe(flow)), context);
  }

  private UpgradeDecision decide(
      DataFlowResource flow, ProcessorInput input, DesiredResources desired) {
    var state = observer.observe(flow).deploymentState(desired.deployment(), input);
    var decision = upgrades.decide(input.name(), state);
    if (decision == UpgradeDecision.ROLL) {
      RevisionAnnotations.setRolling(desired.deployment());
    }
    return decision;
  }

  private Optional<Duration> requeue(ProcessorInput input, UpgradeDecision decision) {
    var change = input.maintenance().change().map(it -> Requeue.at(it, clock.instant()));
    return switch (decision) {
      // A rollout may be so short that nothing tells of its end, as where no pod had to be
      // replaced.
      case ROLL ->
          Optional.of(
              change
                  .filter(it -> it.compareTo(Requeue.CHECK_INTERVAL) < 0)
                  .orElse(Requeue.CHECK_INTERVAL));
      case PROCEED, HOLD -> change;
    };
  }

  @Override
  public ErrorStatusUpdateControl<DataFlowResource> updateErrorStatus(
      DataFlowResource flow, Context<DataFlowResource> context, Exception e) {
    var control = ErrorStatusUpdateControl.<DataFlowResource>noStatusUpdate();
    if (observer.isStopping() || NamespaceTerminating.isCauseOf(e)) {
      return control;
    }
    var failure = ReconcileFailure.of(e, "flow");
    var blocker = failure.blocker();
    meters.reconciles().error(failure.stage());
    upgrades.fail(FlowName.of(flow));
    status.recordNew(flow, blocker, failure.event());
    if (flow.isMarkedForDeletion() || !failure.isForStatus()) {
      return control;
    }
    try {
      // A terminal blocker is retried now and then; anything else soon, with a growing back-off.
      status
          .write(flow, builder.of(flow, blocker, observer.observe(flow)), context)
          .or(() -> blocker.terminal() ? Optional.of(Requeue.BLOCKED_RETRY) : Optional.empty())
          .ifPresent(control::rescheduleAfter);
    } catch (ApiServerException notWritten) {
      e.addSuppressed(notWritten);
    }
    return control;
  }

  @Override
  public DeleteControl cleanup(DataFlowResource flow, Context<DataFlowResource> context) {
    upgrades.leave(FlowName.of(flow));
    try {
      return cleanup.of(flow);
    } catch (StackOverflowError | LinkageError e) {
      throw ReconcileFailure.ofError(e);
    } catch (RuntimeException e) {
      meters.reconciles().error("cleanup");
      var failure = ReconcileFailure.of(e, "flow");
      status.recordWarning(flow, failure.blocker(), failure.event());
      throw e;
    }
  }

  /// Decides nothing from now on.
  public void stop() {
    observer.stop();
    upgrades.stop();
  }

  @Override
  public void close() {
    secrets.close();
    events.close();
  }
}
