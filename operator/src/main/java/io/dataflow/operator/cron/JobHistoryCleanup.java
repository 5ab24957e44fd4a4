package io.dataflow.operator.cron;

import io.dataflow.api.spec.DataFlowCronSpec;
import io.dataflow.api.spec.status.RunResult;
import io.dataflow.api.spec.status.RunStatus;
import io.dataflow.operator.cron.run.RunId;
import io.dataflow.operator.cron.run.RunJobs;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// The Jobs of runs that are over and not kept any more. Kubernetes would delete a Job on its own
/// time, maybe before its end was seen, and knows nothing of triggers; so `ttlSecondsAfterFinished`
/// and limits of none are kept here. The triggers of a run go when its processor's Job is gone.
record JobHistoryCleanup(DataFlowCronSpec spec, List<RunStatus> runs, RunJobs jobs) {

  /// Those to delete now.
  List<Job> expired(Instant now) {
    var expired = new ArrayList<Job>();
    for (var run : runs) {
      boolean gone = end(run).filter(it -> !it.isAfter(now)).isPresent();
      if (gone) {
        jobs.processor(run.id()).ifPresent(expired::add);
      }
    }
    jobs.triggers().stream().filter(this::isLeft).forEach(expired::add);
    return expired;
  }

  /// When the next one is to be deleted.
  Optional<Instant> next(Instant now) {
    return runs.stream()
        .filter(run -> jobs.processor(run.id()).isPresent())
        .flatMap(run -> end(run).stream())
        .filter(it -> it.isAfter(now))
        .min(Comparator.naturalOrder());
  }

  /// Whether a trigger's run is over and its processor's Job is gone.
  private boolean isLeft(Job trigger) {
    var id = RunId.labelled(trigger).orElse("");
    boolean atWork = runs.stream().anyMatch(run -> run.id().equals(id) && !run.result().isOver());
    return !atWork && jobs.processor(id).isEmpty();
  }

  private Optional<Instant> end(RunStatus run) {
    var over = run.completionTime().or(run::processedTime).map(OffsetDateTime::toInstant);
    return switch (run.result()) {
      case RUNNING, RUNNING_TRIGGERS -> Optional.empty();
      case COMPLETED, FAILED ->
          isKeptByNone(run.result())
              ? Optional.of(over.orElse(Instant.EPOCH))
              : spec.ttlSecondsAfterFinished()
                  .flatMap(seconds -> over.map(it -> it.plusSeconds(seconds)));
    };
  }

  private boolean isKeptByNone(RunResult result) {
    return result == RunResult.COMPLETED
        ? spec.successfulJobsHistoryLimit() == 0
        : spec.failedJobsHistoryLimit() == 0;
  }
}
