package io.dataflow.api.spec.status;

import io.dataflow.api.model.AtMost;
import io.dataflow.api.model.Doc;
import io.dataflow.api.model.Range;
import java.time.OffsetDateTime;
import java.util.Optional;

/// One run in short.
@Doc("One run in short.")
public record RunStatus(
    @Doc(value = "The run's id, which its Jobs have as a label.", example = "5f0c2a9e") String id,
    @Doc(value = "The processor's Job.", example = "dfc-nightly-29372160") String job,
    @Doc(value = "How far it is.", example = "Completed") RunResult result,
    @Doc("When it began.") Optional<OffsetDateTime> startTime,
    @Doc("When its processor had ended.") Optional<OffsetDateTime> processedTime,
    @Doc("When it was over, its triggers included.") Optional<OffsetDateTime> completionTime,
    @Doc("Messages that have been handled for good.") @Range(min = 0) Optional<Long> processedCount,
    @Doc("Messages that have been rejected.") @Range(min = 0) Optional<Long> errorCount,
    @Doc("The trigger that is at work, or has failed, from 0.") @Range(min = 0)
        Optional<Integer> triggerIndex,
    @Doc("The trigger's Job, when it has been made.") Optional<String> triggerJob,
    @Doc("Why it has failed.") @AtMost(4096) Optional<String> message) {

  /// The run that a Job begins.
  public static RunStatus started(String id, String job, Optional<OffsetDateTime> startTime) {
    return new RunStatus(
        id,
        job,
        RunResult.RUNNING,
        startTime,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /// The same, its processor having ended.
  public RunStatus processed(
      Optional<OffsetDateTime> time, Optional<Long> processed, Optional<Long> errors) {
    return new RunStatus(
        id,
        job,
        result,
        startTime,
        time,
        completionTime,
        processed,
        errors,
        triggerIndex,
        triggerJob,
        message);
  }

  /// The same at a trigger.
  ///
  /// @param job the trigger's Job when it is known to have been made
  public RunStatus at(int trigger, Optional<String> job) {
    return new RunStatus(
        id,
        this.job,
        RunResult.RUNNING_TRIGGERS,
        startTime,
        processedTime,
        completionTime,
        processedCount,
        errorCount,
        Optional.of(trigger),
        job,
        message);
  }

  /// The same, having succeeded.
  public RunStatus completed(Optional<OffsetDateTime> time) {
    return new RunStatus(
        id,
        job,
        RunResult.COMPLETED,
        startTime,
        processedTime,
        time,
        processedCount,
        errorCount,
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /// The same, having failed.
  public RunStatus failed(Optional<OffsetDateTime> time, String why) {
    return new RunStatus(
        id,
        job,
        RunResult.FAILED,
        startTime,
        processedTime,
        time,
        processedCount,
        errorCount,
        triggerIndex,
        triggerJob,
        Optional.of(why));
  }
}
