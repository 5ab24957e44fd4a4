package io.dataflow.operator.processor;

import io.dataflow.kubernetes.failure.Blocker;
import io.fabric8.kubernetes.api.model.ContainerState;
import io.fabric8.kubernetes.api.model.ContainerStateTerminated;
import io.fabric8.kubernetes.api.model.ContainerStateWaiting;
import io.fabric8.kubernetes.api.model.ContainerStatus;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodCondition;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What keeps a pod from running, in words for a person.
public final class PodDiagnostics {
  private static final List<String> HARMLESS = List.of("ContainerCreating", "PodInitializing");

  private PodDiagnostics() {}

  /// Empty when nothing does.
  public static Optional<Blocker> of(Pod pod) {
    return statuses(pod)
        .flatMap(status -> of(pod, status).stream())
        .findFirst()
        .or(() -> unscheduled(pod));
  }

  private static Optional<Blocker> of(Pod pod, ContainerStatus status) {
    var waiting = Optional.ofNullable(status.getState()).map(ContainerState::getWaiting);
    if (waiting.isPresent()) {
      return waiting
          .filter(it -> it.getReason() != null && !HARMLESS.contains(it.getReason()))
          .map(it -> waiting(pod, status, it));
    }
    return Optional.ofNullable(status.getState())
        .map(ContainerState::getTerminated)
        .filter(end -> end.getExitCode() != 0)
        .map(end -> Blocker.temporary("ProcessorFailed", ended(pod, end)))
        .or(() -> startedAgain(pod, status));
  }

  // A container that failed and was started again has not recovered before it is ready: its status
  // would else change to and fro with every try.
  private static Optional<Blocker> startedAgain(Pod pod, ContainerStatus status) {
    return lastEnd(status)
        .filter(end -> end.getExitCode() != 0 && !Boolean.TRUE.equals(status.getReady()))
        .map(end -> Blocker.terminal("CrashLoopBackOff", ended(pod, end)));
  }

  private static Blocker waiting(Pod pod, ContainerStatus status, ContainerStateWaiting waiting) {
    if (waiting.getReason().equals("CrashLoopBackOff")) {
      var message =
          lastEnd(status)
              .map(end -> ended(pod, end))
              .orElse(
                  "pod " + pod.getMetadata().getName() + ": the processor ends again and again.");
      return Blocker.terminal("CrashLoopBackOff", message);
    }
    var why = Optional.ofNullable(waiting.getMessage()).orElse("no reason is given");
    return Blocker.terminal(waiting.getReason(), "pod " + pod.getMetadata().getName() + ": " + why);
  }

  private static String ended(Pod pod, ContainerStateTerminated end) {
    var where = "pod " + pod.getMetadata().getName() + ": ";
    var words = Optional.ofNullable(end.getMessage()).map(String::strip).orElse("");
    var said = ProcessorReport.parse(words).map(ProcessorReport::message).orElse(words);
    if (!said.isEmpty()) {
      return where + said;
    }
    return "OOMKilled".equals(end.getReason())
        ? where + "killed because its memory was used up. Raise `spec.resources.limits.memory`."
        : where
            + "the processor ended with exit code %d and said nothing. See `kubectl logs -p %s`."
                .formatted(end.getExitCode(), pod.getMetadata().getName());
  }

  private static Optional<Blocker> unscheduled(Pod pod) {
    return Stream.ofNullable(pod.getStatus())
        .flatMap(status -> status.getConditions().stream())
        .filter(it -> it.getType().equals("PodScheduled") && it.getStatus().equals("False"))
        .map(PodCondition::getMessage)
        .map(why -> Blocker.temporary("Unschedulable", "no node takes the processor: " + why))
        .findFirst();
  }

  /// How the container ended before it was started anew.
  static Optional<ContainerStateTerminated> lastEnd(ContainerStatus status) {
    return Optional.ofNullable(status.getLastState()).map(ContainerState::getTerminated);
  }

  static Stream<ContainerStatus> statuses(Pod pod) {
    return Stream.ofNullable(pod.getStatus())
        .flatMap(status -> status.getContainerStatuses().stream());
  }
}
