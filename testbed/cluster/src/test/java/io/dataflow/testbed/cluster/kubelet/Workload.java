package io.dataflow.testbed.cluster.kubelet;

import io.dataflow.testbed.cluster.Answer;
import io.dataflow.testbed.cluster.Clusters;
import io.dataflow.testbed.cluster.ControlPlane;
import io.dataflow.testbed.server.Await;
import io.fabric8.kubernetes.api.model.ContainerStatus;
import io.fabric8.kubernetes.api.model.Pod;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// What one test runs in a namespace of its own.
record Workload(ControlPlane plane, String namespace) {
  static final Duration LIMIT = Duration.ofSeconds(60);

  static Workload fresh() {
    return new Workload(Clusters.shared(), Clusters.freshNamespace());
  }

  /// A pod named `name` with the lines of one container, indented by nothing.
  void pod(String name, String restartPolicy, String container) {
    apply(
        """
        apiVersion: v1
        kind: Pod
        metadata: {name: %s, labels: {app: %s}}
        spec:
          restartPolicy: %s
          terminationGracePeriodSeconds: 30
          containers:
          - name: main
            image: any
        %s
        """
            .formatted(name, name, restartPolicy, container.indent(4)));
  }

  void apply(String manifests) {
    plane.kubectlWithInput(manifests, "apply", "-n", namespace, "-f", "-").orThrow();
  }

  Answer kubectl(String... words) {
    var all = new ArrayList<>(List.of("-n", namespace));
    all.addAll(List.of(words));
    return plane.kubectl(all.toArray(String[]::new));
  }

  Optional<Pod> pod(String name) {
    return Optional.ofNullable(plane.client().pods().inNamespace(namespace).withName(name).get());
  }

  List<Pod> pods(String app) {
    return plane.client().pods().inNamespace(namespace).withLabel("app", app).list().getItems();
  }

  /// Waits until the pod's only container is as described, and returns its status.
  ContainerStatus until(String name, String what, Predicate<ContainerStatus> condition) {
    Await.until(name + " to be " + what, LIMIT, () -> status(name).filter(condition).isPresent());
    return status(name).orElseThrow();
  }

  Optional<ContainerStatus> status(String name) {
    return pod(name).flatMap(pod -> pod.getStatus().getContainerStatuses().stream().findFirst());
  }

  ContainerStatus untilRunning(String name) {
    return until(name, "running", status -> status.getState().getRunning() != null);
  }

  ContainerStatus untilEnded(String name) {
    return until(name, "ended", status -> status.getState().getTerminated() != null);
  }

  ContainerStatus untilReady(String name) {
    return until(name, "ready", ContainerStatus::getReady);
  }

  void untilWaiting(String name, String reason) {
    until(
        name,
        "waiting: " + reason,
        status ->
            status.getState().getWaiting() != null
                && status.getState().getWaiting().getReason().equals(reason));
  }

  String log(String name) {
    return kubectl("logs", name).orThrow();
  }
}
