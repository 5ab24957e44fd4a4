package io.dataflow.testbed.cluster;

import io.fabric8.kubernetes.api.model.ContainerPort;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.Pod;
import java.util.Optional;

/// What all parts that run one pod need to know of it.
record PodContext(Pod pod, String ip, PodFolder folder, Host host) {

  String namespace() {
    return pod.getMetadata().getNamespace();
  }

  String name() {
    return pod.getMetadata().getName();
  }

  String uid() {
    return pod.getMetadata().getUid();
  }

  String serviceAccount() {
    return pod.getSpec().getServiceAccountName();
  }

  /// The number of a port that may be given by the name it has in one of the containers.
  int port(IntOrString port) {
    return Optional.ofNullable(port.getIntVal())
        .or(
            () ->
                pod.getSpec().getContainers().stream()
                    .flatMap(container -> container.getPorts().stream())
                    .filter(named -> port.getStrVal().equals(named.getName()))
                    .map(ContainerPort::getContainerPort)
                    .findFirst())
        .orElseThrow(
            () ->
                new StuckException(
                    "Unhealthy", "no container has a port named " + port.getStrVal()));
  }
}
