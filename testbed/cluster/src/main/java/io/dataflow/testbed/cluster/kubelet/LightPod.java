package io.dataflow.testbed.cluster.kubelet;

import io.dataflow.testbed.cluster.node.ContainerHistory;
import io.dataflow.testbed.cluster.node.PodContext;
import io.dataflow.testbed.cluster.node.StuckException;
import io.fabric8.kubernetes.api.model.Pod;
import java.util.concurrent.atomic.AtomicBoolean;

/// A pod of which nothing runs: its status says Running and Ready, or that its image is missing,
/// and it goes at once when asked.
record LightPod(PodContext context, AtomicBoolean leaving) implements PodOnNode {

  static LightPod start(PodContext context) {
    var pod = new LightPod(context, new AtomicBoolean());
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

  private void say(ContainerHistory history) {
    try {
      context.host().images().pull(history.image());
      history.begin();
      history.running();
      history.probed(true, true);
    } catch (StuckException stuck) {
      history.waiting(stuck.reason(), stuck.getMessage());
    }
  }

  @Override
  public boolean isReady() {
    return false;
  }

  @Override
  public void see(Pod pod) {
    if (pod.getMetadata().getDeletionTimestamp() != null && leaving.compareAndSet(false, true)) {
      Thread.startVirtualThread(() -> context.host().api().remove(pod));
    }
  }

  @Override
  public void drop() {
    leaving.set(true);
  }

  @Override
  public void join() {}

  @Override
  public void kill() {}
}
