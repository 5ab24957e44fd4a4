package io.dataflow.operator.dataflow;

import io.dataflow.api.model.type.WordType;
import io.dataflow.api.spec.status.DataFlowStatus;
import io.dataflow.kubernetes.apply.ApplyResult;
import io.dataflow.kubernetes.apply.ServerSideApplier;
import io.dataflow.kubernetes.cache.SecretName;
import io.dataflow.kubernetes.controller.OwnDeployment;
import io.dataflow.kubernetes.event.EventRecorder;
import io.dataflow.kubernetes.failure.ApiServerException;
import io.dataflow.kubernetes.failure.Blocker;
import io.dataflow.kubernetes.metrics.ReconcileMetrics;
import io.dataflow.operator.metrics.OperatorMeters;
import io.dataflow.operator.processor.ProcessorAddress;
import io.dataflow.operator.processor.ProcessorReports;
import io.dataflow.operator.processor.TerminatedProcessors;
import io.dataflow.operator.resource.DataFlowResource;
import io.dataflow.operator.secret.ResolvedSecrets;
import io.dataflow.operator.secret.SecretGrant;
import io.dataflow.operator.secret.SecretResolver;
import io.dataflow.operator.upgrade.UpgradeDecision;
import io.dataflow.operator.upgrade.UpgradeScheduler;
import io.dataflow.operator.workload.FlowName;
import io.dataflow.operator.workload.Ownership;
import io.dataflow.operator.workload.ProcessorDefaults;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import io.javaoperatorsdk.operator.api.reconciler.EventSourceContext;
import io.javaoperatorsdk.operator.processing.event.source.EventSource;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The reconciler's tools: what it sees with, and what it writes with.
public final class DataFlowCluster implements AutoCloseable {
  // Flows are the reconciler's, whatever of it speaks.
  private static final Logger LOG = LoggerFactory.getLogger(DataFlowReconciler.class);
  private static final PatchContext APPLY =
      new PatchContext.Builder()
          .withPatchType(PatchType.SERVER_SIDE_APPLY)
          .withFieldManager(Ownership.FIELD_MANAGER)
          .withForce(true)
          .build();

  private final KubernetesClient client;
  private final ProcessorDefaults defaults;
  private final Optional<OwnDeployment> own;
  private final OperatorMeters meters;
  private final Clock clock;
  private final ServerSideApplier children;
  private final EventRecorder events;
  private final ProcessorReports reports = new ProcessorReports();
  private final TerminatedProcessors ends = new TerminatedProcessors();
  private final SecretResolver<FlowName> secrets;
  private final UpgradeScheduler turns;
  private final DataFlowCleanup deletion = new DataFlowCleanup(this);
  private DataFlowEventSources watches;
  private volatile boolean ending;

  /// @param grants Secrets of other namespaces that flows may use
  /// @param own the operator's own Deployment, whose change has every flow reconciled
  /// @param rolloutBatch flows that an upgrade moves at once, at most
  /// @param meters is told how flows and reconciles fare
  public DataFlowCluster(
      KubernetesClient client,
      ProcessorDefaults defaults,
      List<SecretGrant> grants,
      Optional<OwnDeployment> own,
      int rolloutBatch,
      OperatorMeters meters,
      Clock clock) {
    this.client = client;
    this.defaults = defaults;
    this.own = own;
    this.meters = meters;
    this.clock = clock;
    this.children = Ownership.applier(client, written -> watches.remember(written));
    this.events = Ownership.events(client, clock);
    this.secrets = new SecretResolver<>(client, grants, flow -> watches.nudge(flow));
    this.turns =
        new UpgradeScheduler(
            rolloutBatch,
            () -> watches.moving(),
            flow -> watches.hasFlow(flow),
            flow -> watches.nudge(flow));
    meters.watch(turns);
  }

  List<EventSource<?, DataFlowResource>> watch(EventSourceContext<DataFlowResource> context) {
    watches = new DataFlowEventSources(context, children, own, ends::note);
    return watches.all();
  }

  /// Has a flow reconciled soon.
  public void nudge(FlowName flow) {
    watches.nudge(flow);
  }

  /// Where processors answer now.
  public List<ProcessorAddress> processors() {
    return watches.processors();
  }

  /// What processors have said.
  public ProcessorReports reports() {
    return reports;
  }

  ReconcileMetrics meter() {
    return meters.reconciles();
  }

  KubernetesClient client() {
    return client;
  }

  ProcessorDefaults defaults() {
    return defaults;
  }

  EventRecorder events() {
    return events;
  }

  ServerSideApplier children() {
    return children;
  }

  StatusBuilder observed() {
    return new StatusBuilder(clock);
  }

  DataFlowCleanup deletion() {
    return deletion;
  }

  /// Says in the log and on the flow what is wrong with it.
  ///
  /// @param event the event's text
  void warn(DataFlowResource flow, Blocker blocker, String event) {
    LOG.warn("{}: {}: {}", FlowName.of(flow), blocker.reason(), blocker.message());
    events.warning(flow, blocker.reason(), event);
  }

  Instant now() {
    return clock.instant();
  }

  /// Sees to a child.
  ///
  /// @param deployment as it was seen when the children were thought of
  ApplyResult ensure(HasMetadata child, Optional<Deployment> deployment) {
    return children.apply(child, child instanceof Deployment ? deployment : watches.child(child));
  }

  /// Deletes a child of the flow's, if it is there.
  void prune(DataFlowResource flow, HasMetadata child) {
    if (watches.child(child).isPresent()) {
      ApiServerException.orThrow(
          "CleanupFailed",
          "Failed to cleanup resources",
          () -> children.delete(child, flow.getMetadata().getUid()));
    }
  }

  UpgradeScheduler turns() {
    return turns;
  }

  /// The operator is about to stop: nothing is decided from now on, as what is watched seems to
  /// vanish when its watches stop.
  public void end() {
    ending = true;
    turns.end();
  }

  /// Whether what is seen may be less than what there is.
  boolean isEnding() {
    return ending;
  }

  /// The children that may be made or changed at this turn. A flow that waits keeps all of them as
  /// they are, because its old pods may need them, and gets what is missing.
  List<HasMetadata> due(DesiredResources desired, UpgradeDecision turn) {
    return switch (turn) {
      case NOW -> desired.inOrder();
      case MOVE -> {
        RevisionAnnotations.setMoving(desired.deployment());
        yield desired.inOrder();
      }
      case WAIT ->
          desired.inOrder().stream().filter(child -> watches.child(child).isEmpty()).toList();
    };
  }

  ResolvedSecrets secretsOf(FlowName flow) {
    return secrets.resolve(flow, flow.namespace(), watches.hashKey(flow));
  }

  void keepSecrets(FlowName flow, Set<SecretName> names) {
    secrets.retain(flow, names);
  }

  Optional<Deployment> deployment(DataFlowResource flow) {
    return watches.deployment(FlowName.of(flow), flow.getMetadata().getUid());
  }

  ObservedState sight(DataFlowResource flow) {
    var pods = watches.pods(flow);
    var name = FlowName.of(flow);
    reports.keep(name, pods.stream().map(pod -> pod.getMetadata().getName()).toList());
    return new ObservedState(deployment(flow), pods, reports.of(name), ends.of(name));
  }

  void note(DataFlowResource flow, DataFlowStatus status) {
    var name = FlowName.of(flow);
    status
        .phase()
        .ifPresent(it -> meters.phases().report(name.namespace(), name.name(), WordType.word(it)));
  }

  void forget(DataFlowResource flow) {
    var name = FlowName.of(flow);
    reports.keep(name, List.of());
    ends.forget(name);
    meters.phases().forget(name.namespace(), name.name());
  }

  void writeStatus(DataFlowResource flow, DataFlowStatus status) {
    ApiServerException.statusOrThrow(
        flow.getKind(),
        () -> client.resource(flow.bearing(status)).subresource("status").patch(APPLY));
  }

  @Override
  public void close() {
    secrets.close();
    events.close();
  }
}
