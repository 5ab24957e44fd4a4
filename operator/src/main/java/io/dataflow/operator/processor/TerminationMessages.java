package io.dataflow.operator.processor;

import io.fabric8.kubernetes.api.model.ContainerState;
import io.fabric8.kubernetes.api.model.ContainerStateTerminated;
import io.fabric8.kubernetes.api.model.Pod;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/// The termination messages of a pod's processes: their final counts are in them.
public final class TerminationMessages {
  private TerminationMessages() {}

  /// From the newest process on; empty where none has ended, or without a word.
  public static List<ProcessorReport> of(Pod pod) {
    return PodDiagnostics.statuses(pod)
        .flatMap(status -> Stream.of(status.getState(), status.getLastState()))
        .filter(Objects::nonNull)
        .map(ContainerState::getTerminated)
        .filter(Objects::nonNull)
        .map(ContainerStateTerminated::getMessage)
        .filter(Objects::nonNull)
        .map(ProcessorReport::parse)
        .flatMap(Optional::stream)
        .toList();
  }
}
