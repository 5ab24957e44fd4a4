package io.dataflow.operator;

import io.dataflow.kubernetes.controller.Requeue;
import io.dataflow.kubernetes.leader.LeaderElection;
import io.dataflow.kubernetes.metrics.scrape.ScrapedPod;
import io.dataflow.operator.cron.CronCluster;
import io.dataflow.operator.cron.CronReconciler;
import io.dataflow.operator.dataflow.DataFlowReconciler;
import io.dataflow.operator.dataflow.FlowObserver;
import io.dataflow.operator.metrics.OperatorMeters;
import io.dataflow.operator.processor.ProcessorPoller;
import io.dataflow.operator.resource.ManifestResource;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.javaoperatorsdk.operator.Operator;
import io.javaoperatorsdk.operator.api.config.ConfigurationServiceOverrider;
import io.javaoperatorsdk.operator.api.config.ControllerConfigurationOverrider;
import io.javaoperatorsdk.operator.api.reconciler.Reconciler;
import io.javaoperatorsdk.operator.processing.Controller;
import io.javaoperatorsdk.operator.processing.event.source.informer.TransformingItemStore;
import io.javaoperatorsdk.operator.processing.retry.GenericRetry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;

/// The operator: watches, leads or waits to lead, reconciles, asks processors.
public final class DataFlowOperator implements AutoCloseable {
  /// The Lease by which one of several replicas leads.
  static final String LEASE = "dataflow-operator.dataflow.io";

  /// Who makes objects, as their labels and the API server's notes say.
  static final String NAME = "dataflow-operator";

  // For the reconciles in hand.
  private static final Duration STOP = Duration.ofSeconds(2);

  private final FlowObserver observer;
  private final DataFlowReconciler flows;
  private final ProcessorPoller poller;
  private final Operator operator;
  private final List<Controller<?>> controllers;
  private final CronCluster crons;
  private final Set<String> watched;
  private final Optional<LeaderElection> election;
  private final Runnable lost;
  private final AtomicBoolean closed = new AtomicBoolean();
  private volatile boolean started;
  private volatile boolean leads;

  /// An operator that does nothing yet.
  ///
  /// @param client of which no write passes while this replica does not lead
  /// @param meters records flows, runs and reconciles
  /// @param clock tells maintenance windows and how long something is waited for
  /// @param election by which one of several replicas leads; empty when there is only one
  /// @param lost is called when this replica must end, as it does not lead any more
  DataFlowOperator(
      KubernetesClient client,
      OperatorSettings settings,
      OperatorMeters meters,
      Clock clock,
      Optional<LeaderElection> election,
      Runnable lost) {
    this.election = election;
    this.lost = lost;
    observer = new FlowObserver(settings.deployment());
    flows =
        new DataFlowReconciler(
            client,
            observer,
            settings.processors(),
            settings.secretGrants(),
            settings.rolloutBatch(),
            meters,
            clock);
    poller =
        new ProcessorPoller(
            observer::processors,
            observer.reports(),
            observer::requeue,
            meters::statusPollFailed,
            settings.pollInterval(),
            settings.countInterval());
    watched = settings.watchedNamespaces();
    operator = new Operator(overrider -> configure(overrider, client, settings));
    crons = new CronCluster(client, settings.processors(), settings.secretGrants(), meters, clock);
    // The framework's own leader election tells of the loss of a Lease by ending the process, in
    // the midst of a shutdown too, which then stands still; and it goes on writing for as long as a
    // renewal hangs. So events are processed when our own election says so.
    controllers =
        List.of(
            controller(flows, DataFlowReconciler.FINALIZER),
            controller(new CronReconciler(crons), CronReconciler.FINALIZER));
  }

  private <R extends ManifestResource> Controller<R> controller(
      Reconciler<R> reconciler, String finalizer) {
    return (Controller<R>)
        operator.register(
            reconciler, (ControllerConfigurationOverrider<R> it) -> configure(it, finalizer));
  }

  private void configure(
      ConfigurationServiceOverrider overrider, KubernetesClient client, OperatorSettings settings) {
    overrider
        .withKubernetesClient(client)
        .withCloseClientOnStop(false)
        .withConcurrentReconciliationThreads(settings.threads())
        .withReconciliationTerminationTimeout(STOP)
        // Nobody who may see but some namespaces can read it.
        .checkingCRDAndValidateLocalModel(watched.isEmpty())
        .withStopOnInformerErrorDuringStartup(true);
  }

  private <R extends ManifestResource> void configure(
      ControllerConfigurationOverrider<R> overrider, String finalizer) {
    if (!watched.isEmpty()) {
      // What belongs to flows is looked for where they are.
      overrider.settingNamespaces(watched);
    }
    overrider
        .withFinalizer(finalizer)
        .withGenerationAware(false)
        .withReconciliationMaxInterval(Requeue.RESYNC)
        .withFieldManager(NAME)
        .withItemStore(new TransformingItemStore<>(DataFlowOperator::trimmed))
        .withOnUpdateFilter((now, before) -> !now.hasSameDesiredState(before))
        .withRetry(
            new GenericRetry()
                .setInitialInterval(500)
                .setIntervalMultiplier(2)
                .setMaxInterval(60_000)
                .setMaxAttempts(-1));
  }

  // Who wrote which field is long and of no use here.
  private static <R extends ManifestResource> R trimmed(R flow) {
    flow.getMetadata().setManagedFields(null);
    return flow;
  }

  /// Starts; returns when the caches are filled.
  void start() {
    var configuration = operator.getConfigurationService();
    configuration.getExecutorServiceManager().start(configuration);
    controllers.forEach(it -> it.start(false));
    started = true;
    election.ifPresentOrElse(it -> it.start(this::lead, this::follow), this::lead);
  }

  private void lead() {
    leads = true;
    controllers.forEach(Controller::startEventProcessing);
    poller.start();
  }

  /// Decides nothing from now on.
  private void follow() {
    leads = false;
    flows.stop();
    crons.stop();
    poller.close();
    lost.run();
  }

  /// The processors that run now; none where another replica leads, as both would tell of them.
  List<ScrapedPod> processors() {
    return leads
        ? observer.processors().stream()
            .map(it -> new ScrapedPod(it.flow().namespace(), it.flow().name(), it.pod(), it.ip()))
            .toList()
        : List.of();
  }

  /// Whether all that is watched is known.
  boolean isReady() {
    return started
        && !closed.get()
        && controllers.stream()
            .noneMatch(it -> it.getControllerHealthInfo().hasUnhealthyEventSources());
  }

  /// Stops deciding, lets the reconciles in hand end, and hands over to another replica.
  @Override
  public void close() {
    if (!closed.compareAndSet(false, true)) {
      return;
    }
    leads = false;
    flows.stop();
    crons.stop();
    poller.close();
    if (started) {
      controllers.forEach(Controller::stop);
    }
    operator.getConfigurationService().getExecutorServiceManager().stop(STOP);
    flows.close();
    crons.close();
    election.ifPresent(LeaderElection::close);
  }
}
