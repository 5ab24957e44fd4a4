package io.dataflow.testbed.cluster.kubelet;

import io.dataflow.testbed.cluster.node.Host;
import io.dataflow.testbed.cluster.node.Node;
import io.dataflow.testbed.cluster.node.PodContext;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.informers.ResourceEventHandler;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/// All pods of a FakeKubelet: takes those without a node, and sees that those on its nodes run.
final class Pods implements ResourceEventHandler<Pod> {
  private final Host host;
  private final List<Node> nodes;
  private final Map<String, PodOnNode> running = new ConcurrentHashMap<>();
  private final Set<String> scheduled = ConcurrentHashMap.newKeySet();
  private final AtomicInteger turn = new AtomicInteger();

  Pods(Host host, List<Node> nodes) {
    this.host = host;
    this.nodes = nodes;
  }

  @Override
  public void onAdd(Pod pod) {
    if (!host.settings().cares(pod.getMetadata().getNamespace())) {
      return;
    }
    var node = pod.getSpec().getNodeName();
    if (node == null) {
      if (scheduled.add(pod.getMetadata().getUid())) {
        Thread.startVirtualThread(() -> schedule(pod));
      }
    } else if (nodes.stream().anyMatch(ours -> ours.name().equals(node))) {
      running.computeIfAbsent(pod.getMetadata().getUid(), uid -> begin(pod)).see(pod);
    }
  }

  @Override
  public void onUpdate(Pod old, Pod pod) {
    onAdd(pod);
  }

  @Override
  public void onDelete(Pod pod, boolean stateUnknown) {
    scheduled.remove(pod.getMetadata().getUid());
    Optional.ofNullable(running.remove(pod.getMetadata().getUid())).ifPresent(PodOnNode::drop);
  }

  private PodOnNode begin(Pod pod) {
    var context = new PodContext(pod, host.addresses().next(), host.folderOf(pod), host);
    return host.settings().light() ? LightPod.start(context) : PodRunner.start(context);
  }

  private void schedule(Pod pod) {
    var selector = Optional.ofNullable(pod.getSpec().getNodeSelector());
    var node = Node.next(nodes, selector, turn.getAndIncrement());
    if (node.isPresent()) {
      host.api().bind(pod, node.get().name());
    } else {
      var conditions = new PodConditions();
      conditions.set(
          "PodScheduled",
          false,
          "Unschedulable",
          "no node of the FakeKubelet has the labels of the pod's nodeSelector");
      host.api().writeStatus(pod, conditions.alone());
    }
  }

  /// What runs for the pod of this name.
  Optional<PodRunner> find(String namespace, String name) {
    return running.values().stream()
        .filter(PodRunner.class::isInstance)
        .map(PodRunner.class::cast)
        .filter(runner -> runner.context().namespace().equals(namespace))
        .filter(runner -> runner.context().name().equals(name))
        .findFirst();
  }

  /// Everything that is on our nodes.
  List<PodOnNode> all() {
    return List.copyOf(running.values());
  }
}
