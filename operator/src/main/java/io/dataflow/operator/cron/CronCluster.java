package io.dataflow.operator.cron;

import static java.net.HttpURLConnection.HTTP_CONFLICT;

import io.dataflow.operator.child.Change;
import io.dataflow.operator.child.Children;
import io.dataflow.operator.child.FlowEvents;
import io.dataflow.operator.child.FlowException;
import io.dataflow.operator.metrics.OperatorMeters;
import io.dataflow.operator.resource.DataFlowCronResource;
import io.dataflow.operator.secret.FlowSecrets;
import io.dataflow.operator.secret.SecretEntry;
import io.dataflow.operator.secret.SecretName;
import io.dataflow.operator.secret.SecretWatches;
import io.dataflow.operator.status.LastWords;
import io.dataflow.operator.status.PodTrouble;
import io.dataflow.operator.status.ProcessorReport;
import io.dataflow.operator.status.Trouble;
import io.dataflow.operator.workload.ProcessorDefaults;
import io.fabric8.kubernetes.api.model.DeletionPropagation;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.javaoperatorsdk.operator.api.reconciler.EventSourceContext;
import io.javaoperatorsdk.operator.processing.event.source.EventSource;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
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
  private final Set<String> secretNamespaces;
  private final OperatorMeters meters;
  private final Clock clock;
  private final Children children;
  private final FlowEvents events;
  private final SecretWatches<CronName> secrets;
  private CronWatches watches;
  private volatile boolean ending;

  /// @param secretNamespaces namespaces whose Secrets every flow may use
  /// @param meters is told how runs and reconciles fare
  public CronCluster(
      KubernetesClient client,
      ProcessorDefaults defaults,
      Set<String> secretNamespaces,
      OperatorMeters meters,
      Clock clock) {
    this.client = client;
    this.defaults = defaults;
    this.secretNamespaces = Set.copyOf(secretNamespaces);
    this.meters = meters;
    this.clock = clock;
    this.children = new Children(client, written -> watches.remember(written));
    this.events = new FlowEvents(client, clock);
    this.secrets = new SecretWatches<>(client, cron -> watches.nudge(cron));
  }

  List<EventSource<?, DataFlowCronResource>> watch(
      EventSourceContext<DataFlowCronResource> context) {
    watches = new CronWatches(context, children);
    return watches.all();
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

  FlowEvents events() {
    return events;
  }

  Instant now() {
    return clock.instant();
  }

  /// The operator is about to stop: nothing is decided from now on.
  public void end() {
    ending = true;
  }

  boolean isEnding() {
    return ending;
  }

  /// Says in the log and on the object what is wrong with it.
  void warn(DataFlowCronResource cron, Trouble trouble, String event) {
    LOG.warn("{}: {}: {}", CronName.of(cron), trouble.reason(), trouble.message());
    events.warning(cron, trouble.reason(), event);
  }

  FlowSecrets secretsOf(CronName cron) {
    return new FlowSecrets(
        cron.namespace(), secretNamespaces, (name, key) -> secrets.value(cron, name, key));
  }

  void keepSecrets(CronName cron, Set<SecretName> names) {
    secrets.keep(cron, names);
  }

  Change ensure(HasMetadata child) {
    return children.ensure(child, watches.child(child));
  }

  /// Deletes a child of the object's, if it is there.
  void delete(DataFlowCronResource cron, HasMetadata child) {
    FlowException.orThrow(
        "CleanupFailed",
        "Failed to cleanup resources",
        () -> children.delete(child, cron.getMetadata().getUid()));
  }

  /// Whether a child was last seen to be there.
  boolean isThere(HasMetadata child) {
    return watches.child(child).isPresent();
  }

  /// The object as it is at this moment: what is remembered of it may be older than what was
  /// written down last, and nothing may be started twice. Empty when it is gone.
  Optional<DataFlowCronResource> fresh(DataFlowCronResource cron) {
    return Optional.ofNullable(
            FlowException.getOrThrow(cron.getKind(), () -> client.resource(cron).get()))
        .filter(now -> now.getMetadata().getUid().equals(cron.getMetadata().getUid()));
  }

  /// The Jobs of its runs as they are at this moment, those of another object of the name left out.
  RunJobs jobs(DataFlowCronResource cron) {
    var name = CronName.of(cron);
    var since = cron.getMetadata().getCreationTimestamp();
    var all =
        FlowException.orThrow(
            "FailedGet",
            "Unable to list Jobs",
            () ->
                client
                    .batch()
                    .v1()
                    .jobs()
                    .inNamespace(name.namespace())
                    .withLabel(CronName.CRON_LABEL, name.name())
                    .withLabel(CronName.TRIGGER_LABEL)
                    .list()
                    .getItems());
    return new RunJobs(
        all.stream()
            .filter(job -> job.getMetadata().getCreationTimestamp().compareTo(since) >= 0)
            .toList());
  }

  /// Its pods as they are at this moment.
  List<Pod> pods(CronName name) {
    return FlowException.orThrow(
        "FailedGet",
        "Unable to list Pods",
        () ->
            client
                .pods()
                .inNamespace(name.namespace())
                .withLabel(CronName.CRON_LABEL, name.name())
                .list()
                .getItems());
  }

  /// What the processors of a Job have left behind.
  ///
  /// @param values of Secrets, which nobody may read there
  ProcessorEnd end(Job job, List<SecretEntry> values) {
    var pods =
        FlowException.orThrow(
            "FailedGet",
            "Unable to list Pods",
            () ->
                client
                    .pods()
                    .inNamespace(job.getMetadata().getNamespace())
                    .withLabel("batch.kubernetes.io/job-name", job.getMetadata().getName())
                    .list()
                    .getItems());
    var reports = pods.stream().flatMap(pod -> LastWords.of(pod).stream()).toList();
    if (reports.isEmpty()) {
      return new ProcessorEnd(Optional.empty(), Optional.empty(), why(pods, values));
    }
    return new ProcessorEnd(
        Optional.of(reports.stream().mapToLong(ProcessorReport::processed).sum()),
        Optional.of(reports.stream().mapToLong(ProcessorReport::errors).sum()),
        why(pods, values));
  }

  private static Optional<String> why(List<Pod> pods, List<SecretEntry> values) {
    return pods.stream()
        .max(Comparator.comparing(pod -> pod.getMetadata().getCreationTimestamp()))
        .flatMap(PodTrouble::of)
        .map(trouble -> SecretEntry.hidden(values, trouble.message()));
  }

  /// Gives a Job the label with its run's id.
  void label(Job job, String runId) {
    FlowException.orThrow(
        "JobFailed",
        "Unable to label Job " + job.getMetadata().getName(),
        () ->
            client
                .resource(job)
                .edit(
                    it -> {
                      it.getMetadata().getLabels().put(CronName.RUN_LABEL, runId);
                      return it;
                    }));
  }

  /// Makes a trigger's Job, unless it is there.
  ///
  /// @return whether it was made now
  boolean start(Job trigger) {
    return FlowException.orThrow(
        "TriggerFailed",
        "Failed to create Job " + trigger.getMetadata().getName(),
        () -> isCreated(trigger));
  }

  private boolean isCreated(Job trigger) {
    try {
      client.resource(trigger).create();
      return true;
    } catch (KubernetesClientException e) {
      if (e.getCode() == HTTP_CONFLICT) {
        return false;
      }
      throw e;
    }
  }

  /// Deletes a Job with its pods, which end within their time.
  void delete(Job job) {
    FlowException.orThrow(
        "CleanupFailed",
        "Failed to delete Job " + job.getMetadata().getName(),
        () ->
            client
                .resource(job)
                .withPropagationPolicy(DeletionPropagation.BACKGROUND)
                .delete());
  }

  @Override
  public void close() {
    secrets.close();
    events.close();
  }
}
