package io.dataflow.testbed.cluster.kubelet;

import io.dataflow.testbed.cluster.node.ContainerStatusTracker;
import io.dataflow.testbed.cluster.node.ContainerWaitingException;
import io.dataflow.testbed.cluster.node.PodContext;
import io.fabric8.kubernetes.api.model.Pod;
import java.util.concurrent.atomic.AtomicBoolean;

/// A pod of which nothing runs: its status says Running and Ready, or that its image is missing,
/// and it goes at once when asked.
record StubPod(PodContext context, AtomicBoolean leaving) implements NodePod {

  static StubPod start(PodContext context) {
    var pod = new StubPod(context, new AtomicBoolean());
    Thread.startVirtualThread(pod::sayThatItRuns);
    return pod;
  }

  private void sayThatItRuns() {
    try (var writer = new PodStatusWriter(context)) {
      for (var history : writer.main()) {
        say(history);
      }
      writer.write();
    }
  }

  private void say(ContainerStatusTracker history) {
    try {
      context.host().images().pull(history.image());
      history.begin();
      history.running();
      history.probed(true, true);
    } catch (ContainerWaitingException stuck) {
      history.waiting(stuck.reason(), stuck.getMessage());
    }
  }

  @Override
  public boolean isReady() {
    return false;
  }

  @Override
  public void onUpdate(Pod pod) {
    if (pod.getMetadata().getDeletionTimestamp() != null && leaving.compareAndSet(false, true)) {
      Thread.startVirtualThread(() -> context.host().api().remove(pod));
    }
  }

  @Override
  public void terminate() {
    leaving.set(true);
  }

  @Override
  public void join() {}

  @Override
  public void kill() {}
}
