package io.dataflow.operator.cron;

import io.dataflow.kubernetes.apply.ApplyResult;
import io.dataflow.kubernetes.apply.ServerSideApplier;
import io.dataflow.kubernetes.cache.SecretName;
import io.dataflow.kubernetes.event.EventRecorder;
import io.dataflow.kubernetes.failure.ApiServerException;
import io.dataflow.kubernetes.failure.Blocker;
import io.dataflow.operator.cron.run.CronName;
import io.dataflow.operator.metrics.OperatorMeters;
import io.dataflow.operator.resource.DataFlowCronResource;
import io.dataflow.operator.secret.ResolvedSecrets;
import io.dataflow.operator.secret.SecretGrant;
import io.dataflow.operator.secret.SecretResolver;
import io.dataflow.operator.workload.Ownership;
import io.dataflow.operator.workload.ProcessorDefaults;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.javaoperatorsdk.operator.api.reconciler.EventSourceContext;
import io.javaoperatorsdk.operator.processing.event.source.EventSource;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What the reconciler of flows on a schedule sees of the cluster, and how it writes there.
public final class CronCluster implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(CronReconciler.class);

  private final KubernetesClient client;
  private final ProcessorDefaults defaults;
  private final OperatorMeters meters;
  private final Clock clock;
  private final ServerSideApplier applier;
  private final EventRecorder events;
  private final SecretResolver<CronName> secrets;
  private final RunJobsClient runs;
  private CronEventSources sources;
  private volatile boolean stopping;

  /// @param grants Secrets of other namespaces that flows may use
  /// @param meters records runs and reconciles
  public CronCluster(
      KubernetesClient client,
      ProcessorDefaults defaults,
      List<SecretGrant> grants,
      OperatorMeters meters,
      Clock clock) {
    this.client = client;
    this.defaults = defaults;
    this.meters = meters;
    this.clock = clock;
    this.applier = Ownership.applier(client, written -> sources.cacheWritten(written));
    this.events = Ownership.events(client, clock);
    this.secrets = new SecretResolver<>(client, grants, cron -> sources.requeue(cron));
    this.runs = new RunJobsClient(client);
  }

  List<EventSource<?, DataFlowCronResource>> watch(
      EventSourceContext<DataFlowCronResource> context) {
    sources = new CronEventSources(context, applier::forget);
    return sources.all();
  }

  KubernetesClient client() {
    return client;
  }

  ProcessorDefaults defaults() {
    return defaults;
  }

  OperatorMeters meters() {
    return meters;
  }

  EventRecorder events() {
    return events;
  }

  Instant now() {
    return clock.instant();
  }

  /// The operator is about to stop: nothing is decided from now on.
  public void stop() {
    stopping = true;
  }

  boolean isStopping() {
    return stopping;
  }

  /// Says in the log and on the object what is wrong with it.
  void recordWarning(DataFlowCronResource cron, Blocker blocker, String event) {
    LOG.warn("{}: {}: {}", CronName.of(cron), blocker.reason(), blocker.message());
    events.warning(cron, blocker.reason(), event);
  }

  ResolvedSecrets resolveSecrets(CronName cron) {
    return secrets.resolve(cron, cron.namespace(), sources.hashKey(cron));
  }

  void retainSecrets(CronName cron, Set<SecretName> names) {
    secrets.retain(cron, names);
  }

  ApplyResult apply(HasMetadata wanted) {
    return applier.apply(wanted, sources.cached(wanted));
  }

  /// Deletes a resource of the object's, if it is there.
  void delete(DataFlowCronResource cron, HasMetadata owned) {
    ApiServerException.orThrow(
        "CleanupFailed",
        "Failed to cleanup resources",
        () -> applier.delete(owned, cron.getMetadata().getUid()));
  }

  /// Whether an owned resource was last seen to be there.
  boolean isCached(HasMetadata owned) {
    return sources.cached(owned).isPresent();
  }

  /// The object as it is at this moment: what is remembered of it may be older than what was
  /// written down last, and nothing may be started twice. Empty when it is gone.
  Optional<DataFlowCronResource> fresh(DataFlowCronResource cron) {
    return Optional.ofNullable(
            ApiServerException.getOrThrow(cron.getKind(), () -> client.resource(cron).get()))
        .filter(now -> now.getMetadata().getUid().equals(cron.getMetadata().getUid()));
  }

  /// The Jobs and pods of runs.
  RunJobsClient runs() {
    return runs;
  }

  @Override
  public void close() {
    secrets.close();
    events.close();
  }
}
