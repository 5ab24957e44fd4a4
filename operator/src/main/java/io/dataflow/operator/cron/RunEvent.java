package io.dataflow.operator.cron;

import io.dataflow.api.spec.status.RunResult;
import io.dataflow.api.spec.status.RunStatus;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What has happened to a run since it was last written down, for an event.
///
/// @param reason one word in CamelCase
record RunEvent(String reason, String message, boolean isWarning) {

  static List<RunEvent> between(List<RunStatus> before, List<RunStatus> now) {
    return now.stream()
        .flatMap(run -> of(before.stream().filter(it -> it.id().equals(run.id())).findFirst(), run))
        .toList();
  }

  private static Stream<RunEvent> of(Optional<RunStatus> before, RunStatus run) {
    var started =
        before.isEmpty()
            ? Stream.of(new RunEvent("RunStarted", "Run " + run.id() + ": Job " + run.job(), false))
            : Stream.<RunEvent>empty();
    boolean same = before.filter(it -> it.result() == run.result()).isPresent();
    return Stream.concat(started, same ? Stream.empty() : ended(run).stream());
  }

  private static Optional<RunEvent> ended(RunStatus run) {
    return switch (run.result()) {
      case RUNNING, RUNNING_TRIGGERS -> Optional.empty();
      case COMPLETED -> Optional.of(new RunEvent("RunCompleted", RunSummary.of(run), false));
      case FAILED -> Optional.of(new RunEvent(reason(run), RunSummary.of(run), true));
    };
  }

  private static String reason(RunStatus run) {
    return run.result() == RunResult.FAILED && run.triggerIndex().isPresent()
        ? "TriggerFailed"
        : "RunFailed";
  }
}
