package io.dataflow.testbed.cluster.container;

import io.fabric8.kubernetes.api.model.PodSpec;

/// Whether a container that has ended is started again.
public enum RestartPolicy {
  ALWAYS,
  ON_FAILURE,
  NEVER;

  /// The policy of a pod; `Always` when it names none.
  public static RestartPolicy of(PodSpec pod) {
    return switch (pod.getRestartPolicy()) {
      case "Never" -> NEVER;
      case "OnFailure" -> ON_FAILURE;
      default -> ALWAYS;
    };
  }

  /// The policy of what runs before the containers: it shall end well once.
  public RestartPolicy forInitContainers() {
    return this == NEVER ? NEVER : ON_FAILURE;
  }

  boolean restarts(boolean succeeded) {
    return switch (this) {
      case ALWAYS -> true;
      case ON_FAILURE -> !succeeded;
      case NEVER -> false;
    };
  }
}
