package io.dataflow.operator.cron.run;

import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.batch.v1.JobCondition;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.stream.Stream;

/// How a Job has ended.
///
/// @param why Kubernetes' own words; empty of one that has succeeded
record JobCompletion(boolean succeeded, Optional<OffsetDateTime> time, String why) {

  /// Empty while it has not ended.
  static Optional<JobCompletion> of(Job job) {
    return condition(job, "Complete")
        .map(it -> new JobCompletion(true, time(it), ""))
        .or(
            () ->
                condition(job, "Failed").map(it -> new JobCompletion(false, time(it), words(it))));
  }

  private static Optional<JobCondition> condition(Job job, String type) {
    return Stream.ofNullable(job.getStatus())
        .flatMap(status -> status.getConditions().stream())
        .filter(it -> type.equals(it.getType()) && "True".equals(it.getStatus()))
        .findFirst();
  }

  private static Optional<OffsetDateTime> time(JobCondition condition) {
    return Optional.ofNullable(condition.getLastTransitionTime()).map(OffsetDateTime::parse);
  }

  private static String words(JobCondition condition) {
    return Optional.ofNullable(condition.getMessage()).orElse("no reason is given");
  }
}
