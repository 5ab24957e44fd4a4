package io.dataflow.operator.cron;

import static java.net.HttpURLConnection.HTTP_CONFLICT;

import io.dataflow.kubernetes.failure.ApiServerException;
import io.dataflow.operator.cron.run.CronName;
import io.dataflow.operator.cron.run.ProcessorResult;
import io.dataflow.operator.cron.run.RunJobs;
import io.dataflow.operator.processor.PodDiagnostics;
import io.dataflow.operator.processor.ProcessorReport;
import io.dataflow.operator.processor.TerminationMessages;
import io.dataflow.operator.resource.DataFlowCronResource;
import io.dataflow.operator.secret.SecretEntry;
import io.fabric8.kubernetes.api.model.DeletionPropagation;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// The Jobs and pods of runs, as they are at this moment: nothing that is remembered of them
/// decides whether something is started.
record RunJobsClient(KubernetesClient client) {

  /// The Jobs of its runs as they are at this moment, those of another object of the name left out.
  RunJobs jobs(DataFlowCronResource cron) {
    var name = CronName.of(cron);
    var since = cron.getMetadata().getCreationTimestamp();
    var all =
        ApiServerException.orThrow(
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
    return ApiServerException.orThrow(
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
  ProcessorResult end(Job job, List<SecretEntry> values) {
    var pods =
        ApiServerException.orThrow(
            "FailedGet",
            "Unable to list Pods",
            () ->
                client
                    .pods()
                    .inNamespace(job.getMetadata().getNamespace())
                    .withLabel("batch.kubernetes.io/job-name", job.getMetadata().getName())
                    .list()
                    .getItems());
    var reports = pods.stream().flatMap(pod -> TerminationMessages.of(pod).stream()).toList();
    if (reports.isEmpty()) {
      return new ProcessorResult(Optional.empty(), Optional.empty(), why(pods, values));
    }
    return new ProcessorResult(
        Optional.of(reports.stream().mapToLong(ProcessorReport::processed).sum()),
        Optional.of(reports.stream().mapToLong(ProcessorReport::errors).sum()),
        why(pods, values));
  }

  private static Optional<String> why(List<Pod> pods, List<SecretEntry> values) {
    return pods.stream()
        .max(Comparator.comparing(pod -> pod.getMetadata().getCreationTimestamp()))
        .flatMap(PodDiagnostics::of)
        .map(blocker -> SecretEntry.redacted(values, blocker.message()));
  }

  /// Gives a Job the label with its run's id.
  void label(Job job, String runId) {
    ApiServerException.orThrow(
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
    return ApiServerException.orThrow(
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
    ApiServerException.orThrow(
        "CleanupFailed",
        "Failed to delete Job " + job.getMetadata().getName(),
        () -> client.resource(job).withPropagationPolicy(DeletionPropagation.BACKGROUND).delete());
  }
}
