package io.dataflow.operator.cron;

import io.dataflow.api.spec.status.DataFlowCronStatus;
import io.dataflow.kubernetes.apply.ApplyResult;
import io.dataflow.kubernetes.controller.Requeue;
import io.dataflow.kubernetes.failure.ApiServerException;
import io.dataflow.kubernetes.failure.Blocker;
import io.dataflow.kubernetes.failure.NamespaceTerminating;
import io.dataflow.kubernetes.failure.ReconcileFailure;
import io.dataflow.kubernetes.metrics.ReconcileResult;
import io.dataflow.operator.cron.run.CronName;
import io.dataflow.operator.resource.DataFlowCronResource;
import io.dataflow.operator.workload.CheckpointReset;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.batch.v1.CronJob;
import io.javaoperatorsdk.operator.api.reconciler.Cleaner;
import io.javaoperatorsdk.operator.api.reconciler.Context;
import io.javaoperatorsdk.operator.api.reconciler.DeleteControl;
import io.javaoperatorsdk.operator.api.reconciler.ErrorStatusUpdateControl;
import io.javaoperatorsdk.operator.api.reconciler.EventSourceContext;
import io.javaoperatorsdk.operator.api.reconciler.Reconciler;
import io.javaoperatorsdk.operator.api.reconciler.UpdateControl;
import io.javaoperatorsdk.operator.processing.event.source.EventSource;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// Reconciles DataFlowCrons (`docs/cron.md`): Secrets, spec, checkpoint,
/// CronJob; then their runs: their ends, their triggers, their status.
public final class CronReconciler
    implements Reconciler<DataFlowCronResource>, Cleaner<DataFlowCronResource> {
  /// Keeps the object until what it owns is gone.
  public static final String FINALIZER = "dataflow.dataflow.io/cron-finalizer";

  private final CronCluster cluster;
  private final CronCleanup deletion;
  private final CronRuns runs;

  /// A reconciler of this cluster.
  public CronReconciler(CronCluster cluster) {
    this.cluster = cluster;
    this.deletion = new CronCleanup(cluster);
    this.runs = new CronRuns(cluster);
  }

  @Override
  public List<EventSource<?, DataFlowCronResource>> prepareEventSources(
      EventSourceContext<DataFlowCronResource> context) {
    return cluster.watch(context);
  }

  @Override
  public UpdateControl<DataFlowCronResource> reconcile(
      DataFlowCronResource cron, Context<DataFlowCronResource> context) {
    try (var measured = cluster.meters().reconciles().start()) {
      var control = UpdateControl.<DataFlowCronResource>noUpdate();
      reconcileCron(cron, context).ifPresent(control::rescheduleAfter);
      measured.ended(ReconcileResult.SUCCESS);
      return control;
    } catch (StackOverflowError | LinkageError e) {
      throw ReconcileFailure.ofError(e);
    }
  }

  /// Returns when to reconcile again though nothing happens, if ever.
  private Optional<Duration> reconcileCron(
      DataFlowCronResource remembered, Context<DataFlowCronResource> context) {
    var now = cluster.fresh(remembered).filter(it -> !it.isMarkedForDeletion());
    if (now.isEmpty() || cluster.isStopping()) {
      return Optional.empty();
    }
    var cron = now.get();
    var reset = CheckpointReset.of(cron, Optional.empty(), cluster.client());
    return switch (resolve(cron, reset)) {
      case ResolvedCron.Invalid(var blocker) -> {
        recordNew(cron, blocker, blocker.message());
        write(cron, CronStatus.of(cron, blocker, cluster.now()), context);
        yield Optional.empty();
      }
      case ResolvedCron.Ready(var input) -> {
        var desired = CronResources.of(input);
        boolean isApplied =
            apply(cron, desired.workload().secrets())
                && apply(cron, desired.workload().spec())
                && apply(cron, desired.workload().checkpoint())
                && apply(cron, List.of(desired.cronJob()));
        reset.clearRequest(cron, cluster.client());
        yield isApplied
            ? runs.advance(cron, input, status -> write(cron, status, context))
            : Optional.of(Requeue.CONFLICT_RETRY);
      }
    };
  }

  private ResolvedCron resolve(DataFlowCronResource cron, CheckpointReset reset) {
    var name = CronName.of(cron);
    var secrets = cluster.resolveSecrets(name);
    var reading =
        ApiServerException.orThrow(
            "SecretResolutionFailed",
            "Failed to resolve secrets",
            () -> ResolvedCron.of(cron, secrets, reset.token(), cluster.defaults(), cluster.now()));
    cluster.retainSecrets(name, secrets.names());
    return reading;
  }

  /// Whether all of these are now as they should be. What follows one that is not may rest on it,
  /// as hashes do on the key in the Secret.
  private boolean apply(DataFlowCronResource cron, List<HasMetadata> wanted) {
    return wanted.stream().allMatch(it -> isApplied(cron, it));
  }

  private boolean isApplied(DataFlowCronResource cron, HasMetadata wanted) {
    if (cluster.isStopping()) {
      return false;
    }
    var result = cluster.apply(wanted);
    if (wanted instanceof CronJob && !result.label().isEmpty()) {
      var message = result.label() + " CronJob " + wanted.getMetadata().getName();
      cluster.events().normal(cron, "CronJob" + result.label(), message);
    }
    return result != ApplyResult.CONFLICT;
  }

  private void write(
      DataFlowCronResource cron, DataFlowCronStatus status, Context<DataFlowCronResource> context) {
    if (status.equals(cron.lastStatus()) || cluster.isStopping()) {
      return;
    }
    ApiServerException.statusOrThrow(
        cron.getKind(),
        () -> context.resourceOperations().serverSideApplyPrimaryStatus(cron.statusPatch(status)));
  }

  @Override
  public ErrorStatusUpdateControl<DataFlowCronResource> updateErrorStatus(
      DataFlowCronResource cron, Context<DataFlowCronResource> context, Exception e) {
    var control = ErrorStatusUpdateControl.<DataFlowCronResource>noStatusUpdate();
    if (cluster.isStopping() || NamespaceTerminating.isCauseOf(e)) {
      return control;
    }
    var failure = ReconcileFailure.of(e, "flow");
    cluster.meters().reconciles().error(failure.stage());
    recordNew(cron, failure.blocker(), failure.event());
    if (cron.isMarkedForDeletion() || !failure.isForStatus()) {
      return control;
    }
    try {
      write(cron, CronStatus.of(cron, failure.blocker(), cluster.now()), context);
      if (failure.blocker().terminal()) {
        control.rescheduleAfter(Requeue.BLOCKED_RETRY);
      }
    } catch (ApiServerException notWritten) {
      e.addSuppressed(notWritten);
    }
    return control;
  }

  // A blocker is told once, and again when its words change: not with every try.
  private void recordNew(DataFlowCronResource cron, Blocker blocker, String event) {
    if (cron.lastStatus().message().filter(blocker.message()::equals).isEmpty()) {
      cluster.recordWarning(cron, blocker, event);
    }
  }

  @Override
  public DeleteControl cleanup(DataFlowCronResource cron, Context<DataFlowCronResource> context) {
    try {
      return deletion.of(cron);
    } catch (StackOverflowError | LinkageError e) {
      throw ReconcileFailure.ofError(e);
    } catch (RuntimeException e) {
      cluster.meters().reconciles().error("cleanup");
      var failure = ReconcileFailure.of(e, "flow");
      cluster.recordWarning(cron, failure.blocker(), failure.event());
      throw e;
    }
  }
}
