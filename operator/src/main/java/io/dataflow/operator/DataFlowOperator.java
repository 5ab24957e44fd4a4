package io.dataflow.operator;

import io.dataflow.operator.metrics.OperatorMeters;
import io.dataflow.operator.metrics.scrape.ScrapedPod;
import io.dataflow.operator.poll.ProcessorPoller;
import io.dataflow.operator.reconcile.DataFlowReconciler;
import io.dataflow.operator.reconcile.Workshop;
import io.dataflow.operator.resource.DataFlowResource;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.extended.leaderelection.LeaderCallbacks;
import io.javaoperatorsdk.operator.Operator;
import io.javaoperatorsdk.operator.api.config.ConfigurationServiceOverrider;
import io.javaoperatorsdk.operator.api.config.ControllerConfigurationOverrider;
import io.javaoperatorsdk.operator.api.config.LeaderElectionConfigurationBuilder;
import io.javaoperatorsdk.operator.processing.event.source.informer.TransformingItemStore;
import io.javaoperatorsdk.operator.processing.retry.GenericRetry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/// The operator: watches, leads or waits to lead, reconciles, asks processors.
public final class DataFlowOperator implements AutoCloseable {
  /// The Lease by which one of several replicas leads.
  static final String LEASE = "dataflow-operator.dataflow.io";
  private static final String NAME = "dataflow-operator";

  // A replica takes over when the Lease has not been renewed for so long.
  private static final Duration LEASE_DURATION = Duration.ofSeconds(12);
  private static final Duration RENEW_DEADLINE = Duration.ofSeconds(8);
  private static final Duration RETRY_PERIOD = Duration.ofSeconds(2);
  private static final Duration STOP = Duration.ofSeconds(10);

  // A flow is looked at so often though nothing seems to have happened, in case that something was
  // lost on its way here. It costs nothing but a little time: what is as it should be is not
  // written.
  private static final Duration ROUND = Duration.ofMinutes(5);

  private final Workshop workshop;
  private final ProcessorPoller poller;
  private final Operator operator;
  private final boolean elects;
  private volatile boolean leads;

  /// An operator that does nothing yet.
  ///
  /// @param meters is told how flows and reconciles fare
  DataFlowOperator(KubernetesClient client, OperatorSettings settings, OperatorMeters meters) {
    elects = settings.namespace().isPresent();
    workshop =
        new Workshop(
            client,
            settings.processors(),
            settings.secretNamespaces(),
            settings.deployment(),
            settings.rolloutBatch(),
            meters,
            Clock.systemUTC());
    poller =
        new ProcessorPoller(
            workshop::processors, workshop.reports(), workshop::nudge, settings.pollInterval());
    operator = new Operator(overrider -> configure(overrider, client, settings));
    operator.register(new DataFlowReconciler(workshop), this::configure);
  }

  private void configure(
      ConfigurationServiceOverrider overrider, KubernetesClient client, OperatorSettings settings) {
    overrider
        .withKubernetesClient(client)
        .withCloseClientOnStop(false)
        .withConcurrentReconciliationThreads(settings.threads())
        .withReconciliationTerminationTimeout(STOP)
        .checkingCRDAndValidateLocalModel(true)
        .withStopOnInformerErrorDuringStartup(true);
    settings
        .namespace()
        .ifPresent(
            namespace -> {
              var election =
                  LeaderElectionConfigurationBuilder.aLeaderElectionConfiguration(LEASE)
                      .withLeaseNamespace(namespace)
                      .withLeaseDuration(LEASE_DURATION)
                      .withRenewDeadline(RENEW_DEADLINE)
                      .withRetryPeriod(RETRY_PERIOD)
                      .withLeaderCallbacks(new LeaderCallbacks(this::lead, () -> {}, leader -> {}));
              settings.identity().ifPresent(election::withIdentity);
              overrider.withLeaderElectionConfiguration(election.build());
            });
  }

  private void configure(ControllerConfigurationOverrider<DataFlowResource> overrider) {
    overrider
        .withFinalizer(DataFlowReconciler.FINALIZER)
        .withGenerationAware(false)
        .withReconciliationMaxInterval(ROUND)
        .withFieldManager(NAME)
        .withItemStore(new TransformingItemStore<>(DataFlowOperator::trimmed))
        .withOnUpdateFilter((now, before) -> !now.asksAs(before))
        .withRetry(
            new GenericRetry()
                .setInitialInterval(500)
                .setIntervalMultiplier(2)
                .setMaxInterval(60_000)
                .setMaxAttempts(-1));
  }

  // Who wrote which field is long and of no use here.
  private static DataFlowResource trimmed(DataFlowResource flow) {
    flow.getMetadata().setManagedFields(null);
    return flow;
  }

  /// Starts; returns when the caches are filled.
  void start() {
    operator.start();
    if (!elects) {
      lead();
    }
  }

  private void lead() {
    leads = true;
    poller.start();
  }

  /// The processors that run now; none where another replica leads, as both would tell of them.
  List<ScrapedPod> processors() {
    return leads
        ? workshop.processors().stream()
            .map(it -> new ScrapedPod(it.flow().namespace(), it.flow().name(), it.pod(), it.ip()))
            .toList()
        : List.of();
  }

  /// Whether all that is watched is known.
  boolean isReady() {
    return operator.getRuntimeInfo().isStarted()
        && operator.getRuntimeInfo().allEventSourcesAreHealthy();
  }

  @Override
  public void close() {
    poller.close();
    workshop.end();
    operator.stop();
    workshop.close();
  }
}
