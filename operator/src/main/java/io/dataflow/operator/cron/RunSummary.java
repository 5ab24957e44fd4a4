package io.dataflow.operator.cron;

import io.dataflow.api.spec.status.RunStatus;

/// A run in a sentence.
final class RunSummary {
  private RunSummary() {}

  static String of(RunStatus run) {
    var head = "Run " + run.id() + " ";
    return switch (run.result()) {
      case RUNNING -> head + "is at work: Job " + run.job();
      case RUNNING_TRIGGERS ->
          head
              + "has processed"
              + counts(run)
              + "; trigger "
              + run.triggerIndex().orElse(0)
              + " is at work";
      case COMPLETED -> head + "has succeeded" + counts(run);
      case FAILED -> head + "has failed: " + run.message().orElse("no reason is known");
    };
  }

  private static String counts(RunStatus run) {
    return run.processedCount()
        .map(count -> ": %d messages, %d rejected".formatted(count, run.errorCount().orElse(0L)))
        .orElse("");
  }
}
