package io.dataflow.cluster;

import io.fabric8.kubernetes.api.model.ContainerState;
import io.fabric8.kubernetes.api.model.ContainerStatus;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.informers.ResourceEventHandler;
import io.fabric8.kubernetes.client.informers.SharedIndexInformer;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/// Watches how many processors of a flow are alive at the same time.
final class ReaderOverlap implements ResourceEventHandler<Pod>, AutoCloseable {
  private final Set<String> alive = new HashSet<>();
  private final SharedIndexInformer<Pod> informer;
  private int most;
  private int lives;

  ReaderOverlap(Flow flow) {
    informer =
        flow.plane()
            .client()
            .pods()
            .inNamespace(flow.namespace())
            .withLabels(flow.labels())
            .inform(this);
  }

  /// The most that there were.
  synchronized int most() {
    return most;
  }

  /// How many there were, one after the other.
  synchronized int lives() {
    return lives;
  }

  private static boolean isAlive(Pod pod) {
    return pod.getStatus().getContainerStatuses().stream()
        .map(ContainerStatus::getState)
        .anyMatch(state -> Optional.ofNullable(state).map(ContainerState::getRunning).isPresent());
  }

  private synchronized void see(Pod pod, boolean runs) {
    var uid = pod.getMetadata().getUid();
    if (!runs) {
      alive.remove(uid);
    } else if (alive.add(uid)) {
      lives++;
    }
    most = Math.max(most, alive.size());
  }

  @Override
  public void onAdd(Pod pod) {
    see(pod, isAlive(pod));
  }

  @Override
  public void onUpdate(Pod before, Pod pod) {
    see(pod, isAlive(pod));
  }

  @Override
  public void onDelete(Pod pod, boolean stateUnknown) {
    see(pod, false);
  }

  @Override
  public void close() {
    informer.close();
  }
}
