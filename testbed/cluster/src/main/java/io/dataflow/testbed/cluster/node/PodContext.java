package io.dataflow.testbed.cluster.node;

import io.fabric8.kubernetes.api.model.ContainerPort;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.Pod;
import java.util.Optional;

/// What all parts that run one pod need to know of it.
public record PodContext(Pod pod, String ip, PodFolder folder, Host host) {

  /// The pod's namespace.
  public String namespace() {
    return pod.getMetadata().getNamespace();
  }

  /// The pod's name.
  public String name() {
    return pod.getMetadata().getName();
  }

  /// The pod's uid, which no other pod ever has.
  public String uid() {
    return pod.getMetadata().getUid();
  }

  String serviceAccount() {
    return pod.getSpec().getServiceAccountName();
  }

  /// The number of a port that may be given by the name it has in one of the containers.
  public int port(IntOrString port) {
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
