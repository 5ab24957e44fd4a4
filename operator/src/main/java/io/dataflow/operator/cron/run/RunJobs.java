package io.dataflow.operator.cron.run;

import io.fabric8.kubernetes.api.model.batch.v1.Job;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// The Jobs of all runs of a flow on a schedule that there are, those that were started by hand
/// among them.
public record RunJobs(List<Job> all) {
  /// When Kubernetes wanted a Job to start.
  private static final String SCHEDULED = "batch.kubernetes.io/cronjob-scheduled-timestamp";

  /// Those of processors, from the oldest to the newest.
  public List<Job> processors() {
    return all.stream()
        .filter(RunJobs::isProcessor)
        .sorted(
            Comparator.comparing((Job job) -> job.getMetadata().getCreationTimestamp())
                .thenComparing(job -> job.getMetadata().getName()))
        .toList();
  }

  /// Those of triggers.
  public List<Job> triggers() {
    return all.stream().filter(job -> !isProcessor(job)).toList();
  }

  private static boolean isProcessor(Job job) {
    return CronName.PROCESSOR.equals(job.getMetadata().getLabels().get(CronName.TRIGGER_LABEL));
  }

  public Optional<Job> processor(String runId) {
    return processors().stream().filter(job -> RunId.of(job).equals(runId)).findFirst();
  }

  /// A trigger's Job by its name.
  public Optional<Job> trigger(String name) {
    return triggers().stream().filter(job -> job.getMetadata().getName().equals(name)).findFirst();
  }

  /// When the last run of the schedule's own was due.
  public Optional<OffsetDateTime> lastScheduled() {
    return processors().stream()
        .flatMap(job -> Optional.ofNullable(job.getMetadata().getAnnotations()).stream())
        .flatMap(notes -> Optional.ofNullable(notes.get(SCHEDULED)).stream())
        .map(OffsetDateTime::parse)
        .max(Comparator.naturalOrder());
  }

  public static Optional<OffsetDateTime> started(Job job) {
    return Optional.ofNullable(job.getStatus())
        .flatMap(status -> Optional.ofNullable(status.getStartTime()))
        .or(() -> Optional.ofNullable(job.getMetadata().getCreationTimestamp()))
        .map(OffsetDateTime::parse);
  }
}
