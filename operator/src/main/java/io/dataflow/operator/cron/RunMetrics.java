package io.dataflow.operator.cron;

import io.dataflow.api.model.type.WordType;
import io.dataflow.api.spec.status.DataFlowCronStatus;
import io.dataflow.api.spec.status.RunResult;
import io.dataflow.api.spec.status.RunStatus;
import io.dataflow.operator.cron.run.CronName;
import io.dataflow.operator.metrics.CronMeters;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Optional;

/// What has happened to runs since they were last written down, for the metrics.
record RunMetrics(CronName cron, CronMeters meters) {

  void record(DataFlowCronStatus before, DataFlowCronStatus now, int triggers) {
    now.lastSuccessfulTime()
        .map(OffsetDateTime::toInstant)
        .ifPresent(time -> meters.succeeded(cron.namespace(), cron.name(), time));
    for (var run : now.runs()) {
      record(
          before.runs().stream().filter(it -> it.id().equals(run.id())).findFirst(), run, triggers);
    }
  }

  private void record(Optional<RunStatus> before, RunStatus run, int triggers) {
    boolean wasOver = before.filter(it -> it.result().isOver()).isPresent();
    if (wasOver) {
      return;
    }
    int done = succeeded(run, triggers) - before.map(it -> succeeded(it, triggers)).orElse(0);
    meters.triggers(cron.namespace(), cron.name(), "Completed", done);
    if (run.result() == RunResult.FAILED && run.triggerIndex().isPresent()) {
      meters.triggers(cron.namespace(), cron.name(), "Failed", 1);
    }
    if (run.result().isOver() && run.startTime().isPresent() && run.completionTime().isPresent()) {
      var time = Duration.between(run.startTime().get(), run.completionTime().get());
      meters.run(cron.namespace(), cron.name(), WordType.word(run.result()), time);
    }
  }

  private static int succeeded(RunStatus run, int triggers) {
    return switch (run.result()) {
      case RUNNING -> 0;
      case RUNNING_TRIGGERS, FAILED -> run.triggerIndex().orElse(0);
      case COMPLETED -> triggers;
    };
  }
}
