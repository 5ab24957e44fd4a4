package io.dataflow.operator.cron;

import io.dataflow.api.spec.status.DataFlowCronStatus;
import io.dataflow.kubernetes.controller.Requeue;
import io.dataflow.operator.cron.run.RunId;
import io.dataflow.operator.cron.run.RunPlan;
import io.dataflow.operator.resource.DataFlowCronResource;
import io.dataflow.operator.workload.WorkloadResources;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// Sees to the runs of flows on a schedule.
record CronRuns(CronCluster cluster) {
  /// Brings each run as far as it can be brought now. What is about to be started is written down
  /// first, and that it was started afterwards.
  ///
  /// @param write writes a status down
  /// @return when to reconcile again though nothing happens, if ever
  Optional<Duration> advance(
      DataFlowCronResource cron, CronJobInput input, Consumer<DataFlowCronStatus> write) {
    var jobs = cluster.runs().jobs(cron);
    jobs.processors().stream()
        .filter(job -> RunId.labelled(job).isEmpty())
        .forEach(job -> cluster.runs().label(job, RunId.of(job)));
    var before = cron.lastStatus();
    var plan =
        RunPlan.of(
            before.runs(),
            jobs,
            input.triggers().size(),
            job -> cluster.runs().end(job, input.workload().secrets()),
            run -> index -> TriggerName.of(input.name(), run.id(), index),
            cluster.now().truncatedTo(ChronoUnit.SECONDS).atOffset(ZoneOffset.UTC));
    var status = CronStatus.of(cron, input, plan.runs(), jobs, cluster.now());
    write.accept(status);
    recordEvents(cron, before, status);
    new RunMetrics(input.name(), cluster.meters().crons())
        .record(before, status, input.triggers().size());
    if (plan.next().isPresent() && !cluster.isStopping()) {
      plan = start(cron, input, plan);
      write.accept(CronStatus.of(cron, input, plan.runs(), jobs, cluster.now()));
    }
    return history(cron, input, new JobHistoryCleanup(input.spec(), plan.runs(), jobs), plan);
  }

  private RunPlan start(DataFlowCronResource cron, CronJobInput input, RunPlan plan) {
    var run = plan.next().orElseThrow();
    int index = run.triggerIndex().orElseThrow();
    var job = TriggerJob.of(input, run, index);
    var name = job.getMetadata().getName();
    if (cluster.runs().start(job)) {
      cluster.events().normal(cron, "TriggerStarted", "Run " + run.id() + ": created Job " + name);
    }
    return plan.made(name);
  }

  private Optional<Duration> history(
      DataFlowCronResource cron, CronJobInput input, JobHistoryCleanup history, RunPlan plan) {
    if (cluster.isStopping()) {
      return Optional.empty();
    }
    history.expired(cluster.now()).forEach(cluster.runs()::delete);
    boolean atWork = plan.runs().stream().anyMatch(run -> !run.result().isOver());
    if (!atWork) {
      // A run may still need what the next one does not.
      WorkloadResources.unwanted(input.workload()).stream()
          .filter(cluster::isCached)
          .forEach(owned -> cluster.delete(cron, owned));
    }
    return Stream.concat(
            input.maintenance().change().stream(), history.next(cluster.now()).stream())
        .map(this::until)
        .min(Duration::compareTo);
  }

  private Duration until(Instant change) {
    return Requeue.at(change, cluster.now());
  }

  private void recordEvents(
      DataFlowCronResource cron, DataFlowCronStatus before, DataFlowCronStatus now) {
    RunEvent.between(before.runs(), now.runs())
        .forEach(
            news -> {
              if (news.isWarning()) {
                cluster.events().warning(cron, news.reason(), news.message());
              } else {
                cluster.events().normal(cron, news.reason(), news.message());
              }
            });
  }
}
