package io.dataflow.operator.cron.run;

import io.dataflow.api.spec.status.RunResult;
import io.dataflow.api.spec.status.RunStatus;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntFunction;

/// How far each run is, by what its Jobs say, and what is to be started next. What has been written
/// down before decides together with the Jobs, so that nothing is started twice:
///
/// 1. that a trigger's turn has come is written down before its Job is made,
/// 2. the Job's name is always the same for the same trigger of the same run,
/// 3. that the Job was made is written down before anything follows from it: one that is gone
///    afterwards is not made again.
///
/// Runs have their triggers one after the other, the oldest run first.
///
/// @param runs from the oldest to the newest
/// @param next the run whose trigger is to be started, if any
public record RunPlan(List<RunStatus> runs, Optional<RunStatus> next) {
  /// Runs that are remembered though their Jobs are gone.
  private static final int REMEMBERED = 10;

  /// What holds now.
  ///
  /// @param before what was written down last
  /// @param triggers how many triggers a run has
  /// @param ends what the processors of a Job that has ended have left behind
  /// @param name of the Job of a run's trigger
  /// @param now when something is taken to have happened of which no Job tells
  public static RunPlan of(
      List<RunStatus> before,
      RunJobs jobs,
      int triggers,
      Function<Job, ProcessorResult> ends,
      Function<RunStatus, IntFunction<String>> name,
      OffsetDateTime now) {
    var runs = new ArrayList<RunStatus>();
    Optional<RunStatus> next = Optional.empty();
    boolean free = true;
    for (var known : withNew(before, jobs)) {
      var run = new RunProgress(jobs, triggers, ends, name.apply(known), now).after(known, free);
      runs.add(run);
      if (free && run.result() == RunResult.RUNNING_TRIGGERS) {
        next = Optional.of(run).filter(it -> it.triggerJob().isEmpty());
        free = false;
      }
    }
    return new RunPlan(remembered(runs, jobs), next);
  }

  private static List<RunStatus> withNew(List<RunStatus> before, RunJobs jobs) {
    var runs = new ArrayList<>(before);
    var ids = new HashSet<String>();
    before.forEach(run -> ids.add(run.id()));
    for (var job : jobs.processors()) {
      var id = RunId.of(job);
      if (ids.add(id)) {
        runs.add(RunStatus.started(id, job.getMetadata().getName(), RunJobs.started(job)));
      }
    }
    return runs;
  }

  /// Those that are not over, those whose Jobs there are, and the newest.
  private static List<RunStatus> remembered(List<RunStatus> runs, RunJobs jobs) {
    var kept = new ArrayList<RunStatus>();
    for (int i = 0; i < runs.size(); i++) {
      var run = runs.get(i);
      boolean isNew = i >= runs.size() - REMEMBERED;
      if (isNew || !run.result().isOver() || jobs.processor(run.id()).isPresent()) {
        kept.add(run);
      }
    }
    return List.copyOf(kept);
  }

  /// The same when the trigger's Job has been made.
  public RunPlan made(String job) {
    var run = next.orElseThrow();
    var after = run.at(run.triggerIndex().orElseThrow(), Optional.of(job));
    return new RunPlan(
        runs.stream().map(it -> it.id().equals(run.id()) ? after : it).toList(), Optional.empty());
  }
}
