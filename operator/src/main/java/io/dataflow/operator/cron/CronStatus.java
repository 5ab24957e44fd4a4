package io.dataflow.operator.cron;

import io.dataflow.api.spec.status.CronPhase;
import io.dataflow.api.spec.status.DataFlowCronStatus;
import io.dataflow.api.spec.status.RunResult;
import io.dataflow.api.spec.status.RunStatus;
import io.dataflow.api.spec.status.StatusCondition;
import io.dataflow.kubernetes.failure.Blocker;
import io.dataflow.operator.cron.run.RunJobs;
import io.dataflow.operator.resource.DataFlowCronResource;
import io.dataflow.operator.status.ConditionHistory;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Builds the status from what is observed. The same gives the same status, so that it is written
/// only when something has changed.
final class CronStatus {
  private CronStatus() {}

  /// The status of one that owns what it should.
  static DataFlowCronStatus of(
      DataFlowCronResource cron,
      CronJobInput input,
      List<RunStatus> runs,
      RunJobs jobs,
      Instant now) {
    var before = cron.lastStatus();
    var current = current(runs);
    return new DataFlowCronStatus(
        Optional.of(current.map(CronStatus::phase).orElseGet(() -> waiting(input))),
        Optional.of(message(current, input)),
        latest(before.lastScheduleTime(), jobs.lastScheduled()),
        current.map(RunStatus::id),
        current.flatMap(RunStatus::triggerIndex),
        current.flatMap(CronStatus::activeJob),
        latest(before.lastSuccessfulTime(), last(runs, RunResult.COMPLETED)),
        latest(before.lastFailedTime(), last(runs, RunResult.FAILED)),
        Optional.of(cron.getMetadata().getGeneration()),
        conditions(cron, input, runs, now),
        Optional.of(input.maintenance().status()),
        Optional.of(input.spec().flow().guarantee()),
        runs);
  }

  /// The status of one of which no run can begin; what is known of runs stays.
  static DataFlowCronStatus of(DataFlowCronResource cron, Blocker blocker, Instant now) {
    var before = cron.lastStatus();
    var history = history(cron, now);
    return new DataFlowCronStatus(
        Optional.of(CronPhase.ERROR),
        Optional.of(blocker.message()),
        before.lastScheduleTime(),
        before.currentRunID(),
        before.currentTriggerIndex(),
        before.activeJobName(),
        before.lastSuccessfulTime(),
        before.lastFailedTime(),
        Optional.of(cron.getMetadata().getGeneration()),
        Stream.concat(
                Stream.of(
                    history.of("Ready", false, blocker.reason(), blocker.message()),
                    history.of("Reconciling", false, "Settled", ""),
                    stalled(history, Optional.of(blocker).filter(Blocker::terminal))),
                before.conditions().stream().filter(it -> it.type().equals("LastRunSucceeded")))
            .toList(),
        before.maintenanceStatus(),
        before.guarantee(),
        before.runs());
  }

  private static StatusCondition stalled(ConditionHistory history, Optional<Blocker> blocker) {
    return history.of(
        "Stalled",
        blocker.isPresent(),
        blocker.map(Blocker::reason).orElse("NotStalled"),
        blocker.map(Blocker::message).orElse(""));
  }

  private static ConditionHistory history(DataFlowCronResource cron, Instant now) {
    return new ConditionHistory(
        cron.lastStatus().conditions(), cron.getMetadata().getGeneration(), now);
  }

  private static List<StatusCondition> conditions(
      DataFlowCronResource cron, CronJobInput input, List<RunStatus> runs, Instant now) {
    var history = history(cron, now);
    var conditions = new ArrayList<StatusCondition>();
    conditions.add(
        history.of("Ready", true, input.isSuspended() ? "Suspended" : "Scheduled", paused(input)));
    conditions.add(history.of("Reconciling", false, "Settled", ""));
    conditions.add(stalled(history, Optional.empty()));
    runs.stream()
        .filter(run -> run.result().isOver())
        .reduce((_, newer) -> newer)
        .map(
            run ->
                history.of(
                    "LastRunSucceeded",
                    run.result() == RunResult.COMPLETED,
                    run.result() == RunResult.COMPLETED ? "Completed" : "Failed",
                    RunSummary.of(run)))
        .ifPresent(conditions::add);
    return List.copyOf(conditions);
  }

  /// The oldest run that is not over, else the newest one.
  private static Optional<RunStatus> current(List<RunStatus> runs) {
    return runs.stream()
        .filter(run -> !run.result().isOver())
        .findFirst()
        .or(() -> runs.stream().reduce((_, newer) -> newer));
  }

  private static CronPhase phase(RunStatus run) {
    return switch (run.result()) {
      case RUNNING -> CronPhase.RUNNING;
      case RUNNING_TRIGGERS -> CronPhase.RUNNING_TRIGGERS;
      case COMPLETED -> CronPhase.COMPLETED;
      case FAILED -> CronPhase.FAILED;
    };
  }

  private static CronPhase waiting(CronJobInput input) {
    return input.isSuspended() ? CronPhase.SUSPENDED : CronPhase.SCHEDULED;
  }

  private static String message(Optional<RunStatus> current, CronJobInput input) {
    var run = current.map(RunSummary::of).orElse("No run has begun yet");
    var paused = paused(input);
    return paused.isEmpty() ? run : run + ". " + paused;
  }

  private static String paused(CronJobInput input) {
    if (input.spec().suspend() || input.maintenance().suspended()) {
      return "No run starts by itself: it is suspended";
    }
    return input.maintenance().inWindow()
        ? "No run starts by itself: a maintenance window is open"
        : "";
  }

  private static Optional<String> activeJob(RunStatus run) {
    return switch (run.result()) {
      case RUNNING -> Optional.of(run.job());
      case RUNNING_TRIGGERS -> run.triggerJob();
      case FAILED -> run.triggerJob().or(() -> Optional.of(run.job()));
      case COMPLETED -> Optional.empty();
    };
  }

  private static Optional<OffsetDateTime> last(List<RunStatus> runs, RunResult result) {
    return runs.stream()
        .filter(run -> run.result() == result)
        .flatMap(run -> run.completionTime().stream())
        .max(Comparator.naturalOrder());
  }

  private static Optional<OffsetDateTime> latest(
      Optional<OffsetDateTime> one, Optional<OffsetDateTime> other) {
    return Stream.concat(one.stream(), other.stream()).max(Comparator.naturalOrder());
  }
}
