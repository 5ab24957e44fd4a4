package io.dataflow.testbed.cluster.kubelet;

import io.dataflow.testbed.cluster.node.Host;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServicePort;
import io.fabric8.kubernetes.client.informers.ResourceEventHandler;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Stands in for kube-proxy: whoever connects to a Service's address reaches one of its ready pods.
/// So the API server finds webhooks where their Service says. Only root may listen below port 1024.
final class ServiceProxy implements ResourceEventHandler<Service>, AutoCloseable {
  private final Host host;
  private final Pods pods;
  private final Map<String, List<ServiceDoor>> doors = new TreeMap<>();

  ServiceProxy(Host host, Pods pods) {
    this.host = host;
    this.pods = pods;
  }

  @Override
  public synchronized void onAdd(Service service) {
    var spec = service.getSpec();
    var selects = !Optional.ofNullable(spec.getSelector()).orElse(Map.of()).isEmpty();
    var address = Optional.ofNullable(spec.getClusterIP()).orElse("None");
    if (selects && !address.equals("None") && host.settings().cares(namespace(service))) {
      var opened = new ArrayList<ServiceDoor>();
      spec.getPorts().forEach(port -> open(service, port).ifPresent(opened::add));
      doors.put(service.getMetadata().getUid(), opened);
    }
  }

  private Optional<ServiceDoor> open(Service service, ServicePort port) {
    try {
      return Optional.of(ServiceDoor.open(service, port, pods));
    } catch (IOException taken) {
      var where = service.getSpec().getClusterIP() + ":" + port.getPort();
      host.events().warn(service, "FailedToListen", "nobody can listen at " + where + ": " + taken);
      return Optional.empty();
    }
  }

  @Override
  public synchronized void onUpdate(Service old, Service service) {
    if (!old.getSpec().equals(service.getSpec())) {
      onDelete(old, false);
      onAdd(service);
    }
  }

  @Override
  public synchronized void onDelete(Service service, boolean stateUnknown) {
    Optional.ofNullable(doors.remove(service.getMetadata().getUid()))
        .ifPresent(closed -> closed.forEach(ServiceDoor::close));
  }

  private static String namespace(Service service) {
    return service.getMetadata().getNamespace();
  }

  @Override
  public synchronized void close() {
    doors.values().forEach(all -> all.forEach(ServiceDoor::close));
    doors.clear();
  }
}
