package io.dataflow.api.spec;

import io.dataflow.api.connector.KafkaSource;
import io.dataflow.api.model.AtMost;
import io.dataflow.api.model.Default;
import io.dataflow.api.model.Doc;
import io.dataflow.api.model.Inline;
import io.dataflow.api.model.Matching;
import io.dataflow.api.model.Range;
import io.dataflow.api.model.problem.Problem;
import io.dataflow.api.model.rule.Findings;
import io.dataflow.api.model.rule.Rule;
import io.dataflow.api.schedule.ConcurrencyPolicy;
import io.dataflow.api.schedule.Schedule;
import io.dataflow.api.schedule.Trigger;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/// What a flow on a schedule does, and when: a DataFlowCron's `spec`. All that a flow's spec has is
/// part of it.
@Doc("What each run does, and when.")
public record DataFlowCronSpec(
    @Doc(value = "When runs start.", example = "0 3 * * *") @AtMost(256) Schedule schedule,
    @Doc(
            value =
                "Time zone of the schedule; that of Kubernetes' controllers, most often UTC, when"
                    + " left out.",
            example = "Europe/Berlin")
        @Matching(
            value = "[A-Za-z].*",
            otherwise =
                "is an offset, and Kubernetes knows zones by name. Write for example"
                    + " `Europe/Berlin`.")
        Optional<ZoneId> timeZone,
    @Doc("What happens when a run is due and the one before is still at work.") @Default("Forbid")
        ConcurrencyPolicy concurrencyPolicy,
    @Doc("No run starts by itself while this is true.") @Default("false") boolean suspend,
    @Doc("Seconds that a run may begin late; later it is left out.") @Range(min = 0)
        Optional<Long> startingDeadlineSeconds,
    @Doc("Runs that have succeeded and whose Jobs are kept.")
        @Default("3")
        @Range(min = 0, max = 100)
        int successfulJobsHistoryLimit,
    @Doc("Runs that have failed and whose Jobs are kept.") @Default("1") @Range(min = 0, max = 100)
        int failedJobsHistoryLimit,
    @Doc("How often a run's processor is started again after it has failed.")
        @Default("0")
        @Range(min = 0, max = 100)
        int backoffLimit,
    @Doc("Seconds for which the Jobs of a run are kept when it is over.") @Range(min = 0)
        Optional<Integer> ttlSecondsAfterFinished,
    @Doc(
            "Containers that are started after a run that has succeeded: one after the other, each"
                + " once, and none after one that has failed.")
        @Default("[]")
        @AtMost(16)
        List<Trigger> triggers,
    @Inline DataFlowSpec flow)
    implements Findings {

  @Override
  public List<Problem> findings() {
    return flow.findings();
  }

  @Rule(
      cel =
          "!has(self.replicas) || self.replicas == 1"
              + " || self.replicas > 1 && self.source.type != 'kafka'",
      path = "replicas",
      message = "a run has one processor. Set it to 1; to start no runs, `suspend: true`.")
  boolean hasOneProcessor() {
    return flow.replicas() == 1 || flow.replicas() > 1 && !(flow.source() instanceof KafkaSource);
  }

  @Rule(
      path = "startingDeadlineSeconds",
      message = "Kubernetes looks every 10 s, so that runs may never start. Set it to 10 or more.",
      warning = true)
  boolean mayBeginInTime() {
    return startingDeadlineSeconds.filter(seconds -> seconds < 10).isEmpty();
  }
}
