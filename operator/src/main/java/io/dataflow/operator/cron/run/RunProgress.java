package io.dataflow.operator.cron.run;

import io.dataflow.api.spec.status.RunResult;
import io.dataflow.api.spec.status.RunStatus;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntFunction;

/// How far one run is.
///
/// @param name of a trigger's Job
/// @param now when something is taken to have happened of which no Job tells
record RunProgress(
    RunJobs jobs,
    int triggers,
    Function<Job, ProcessorResult> ends,
    IntFunction<String> name,
    OffsetDateTime now) {

  /// As far as its Jobs have brought it.
  ///
  /// @param free whether no run before it has triggers at work
  RunStatus after(RunStatus run, boolean free) {
    var next = run.result() == RunResult.RUNNING ? processor(run) : run;
    while (free && next.result() == RunResult.RUNNING_TRIGGERS) {
      var later = trigger(next);
      if (later.equals(next)) {
        break;
      }
      next = later;
    }
    return next;
  }

  private RunStatus processor(RunStatus run) {
    var job = jobs.processor(run.id());
    if (job.isEmpty()) {
      return run.failed(Optional.of(now), "Job " + run.job() + " was deleted before it had ended.");
    }
    return JobCompletion.of(job.get()).map(end -> processed(run, job.get(), end)).orElse(run);
  }

  private RunStatus processed(RunStatus run, Job job, JobCompletion end) {
    var left = ends.apply(job);
    var processed = run.processed(end.time(), left.processed(), left.errors());
    if (!end.succeeded()) {
      return processed.failed(
          end.time(), left.why().orElseGet(() -> "Job " + run.job() + ": " + end.why()));
    }
    return triggers == 0 ? processed.completed(end.time()) : processed.at(0, Optional.empty());
  }

  private RunStatus trigger(RunStatus run) {
    int index = run.triggerIndex().orElse(0);
    if (index >= triggers) {
      // Somebody has taken triggers away meanwhile.
      return run.completed(Optional.of(now));
    }
    var jobName = name.apply(index);
    var job = jobs.trigger(jobName);
    if (job.isEmpty()) {
      return run.triggerJob().isPresent()
          ? run.failed(
              Optional.of(now), "trigger Job " + jobName + " was deleted before its end was seen.")
          : run;
    }
    var made = run.at(index, Optional.of(jobName));
    return JobCompletion.of(job.get()).map(end -> ended(made, index, jobName, end)).orElse(made);
  }

  private RunStatus ended(RunStatus run, int index, String jobName, JobCompletion end) {
    if (!end.succeeded()) {
      return run.failed(
          end.time(),
          "trigger %d failed: Job %s: %s. See `kubectl logs job/%s`."
              .formatted(index, jobName, end.why(), jobName));
    }
    return index + 1 < triggers ? run.at(index + 1, Optional.empty()) : run.completed(end.time());
  }
}
