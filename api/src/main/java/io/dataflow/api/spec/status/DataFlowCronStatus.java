package io.dataflow.api.spec.status;

import io.dataflow.api.model.AtMost;
import io.dataflow.api.model.Default;
import io.dataflow.api.model.Doc;
import io.dataflow.api.model.KeyedBy;
import io.dataflow.api.model.Range;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/// What has become of a flow on a schedule and of its runs: a DataFlowCron's `status`
/// (`docs/cron.md`), written by the operator alone.
@Doc("What has become of the runs; written by the operator.")
public record DataFlowCronStatus(
    @Doc("What it does just now, in one word.") Optional<CronPhase> phase,
    @Doc("What it does just now, and what keeps it from running.") @AtMost(32_768)
        Optional<String> message,
    @Doc("When the last run began.") Optional<OffsetDateTime> lastScheduleTime,
    @Doc("The newest run.") Optional<String> currentRunID,
    @Doc("The trigger that is at work, or has failed, from 0.") @Range(min = 0)
        Optional<Integer> currentTriggerIndex,
    @Doc("The Job that is at work, or that has failed.") Optional<String> activeJobName,
    @Doc("When a run has last succeeded, its triggers included.")
        Optional<OffsetDateTime> lastSuccessfulTime,
    @Doc("When a run or one of its triggers has last failed.")
        Optional<OffsetDateTime> lastFailedTime,
    @Doc("The `metadata.generation` that all this speaks of.") @Range(min = 0)
        Optional<Long> observedGeneration,
    @Doc("Kubernetes' standard conditions.") @KeyedBy("type") @Default("[]")
        List<StatusCondition> conditions,
    @Doc("Whether and when it is paused.") Optional<MaintenanceStatus> maintenanceStatus,
    @Doc("How often a message may arrive.") Optional<String> guarantee,
    @Doc("The last runs, from the oldest to the newest.") @KeyedBy("id") @Default("[]")
        List<RunStatus> runs) {}
