package io.dataflow.testbed.cluster.kubelet;

import io.dataflow.testbed.cluster.node.ContainerHistory;
import io.dataflow.testbed.cluster.node.PodContext;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.PodStatus;
import io.fabric8.kubernetes.api.model.PodStatusBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.stream.Collectors;

/// Writes a pod's status into the API server, whenever one of its containers has something new. A
/// container never waits for the API server: what happens in between is written together.
final class PodStatusWriter implements AutoCloseable {
  private final PodContext pod;
  private final PodConditions conditions = new PodConditions();
  private final List<ContainerHistory> initial = new ArrayList<>();
  private final List<ContainerHistory> main = new ArrayList<>();
  private final String startTime = ContainerHistory.now();
  private final Semaphore news = new Semaphore(0);
  private PodStatus written = new PodStatus();
  private boolean over;
  private volatile boolean closed;

  PodStatusWriter(PodContext pod) {
    this.pod = pod;
    var spec = pod.pod().getSpec();
    spec.getInitContainers().forEach(container -> initial.add(history(container)));
    spec.getContainers().forEach(container -> main.add(history(container)));
  }

  private ContainerHistory history(Container container) {
    return new ContainerHistory(container, news::release);
  }

  List<ContainerHistory> initial() {
    return List.copyOf(initial);
  }

  List<ContainerHistory> main() {
    return List.copyOf(main);
  }

  /// Begins to write what comes, until this is closed.
  void start() {
    news.release();
    Thread.ofVirtual().name("status of " + pod.name()).start(this::writeWhatComes);
  }

  private void writeWhatComes() {
    while (!closed) {
      news.acquireUninterruptibly();
      news.drainPermits();
      write();
    }
  }

  /// Nothing will be started any more: what has ended stays ended. Returns when that is written.
  void finish() {
    synchronized (this) {
      over = true;
    }
    write();
  }

  /// Nothing more is written, because nobody will read it.
  @Override
  public void close() {
    closed = true;
    news.release();
  }

  synchronized void write() {
    if (closed) {
      return;
    }
    var status = status();
    if (!status.equals(written)) {
      pod.host().api().writeStatus(pod.pod(), status);
      written = status;
    }
  }

  private PodStatus status() {
    setConditions();
    return new PodStatusBuilder()
        .withPhase(phase())
        .withConditions(conditions.list())
        .withHostIP(pod.host().addresses().host())
        .withPodIP(pod.ip())
        .addNewPodIP(pod.ip())
        .withStartTime(startTime)
        .withInitContainerStatuses(initial.stream().map(ContainerHistory::status).toList())
        .withContainerStatuses(main.stream().map(ContainerHistory::status).toList())
        .build();
  }

  private void setConditions() {
    var unready = main.stream().filter(container -> !container.isReady()).toList();
    var names = unready.stream().map(ContainerHistory::name).collect(Collectors.joining(" "));
    var message = "containers with unready status: [" + names + "]";
    var reason = over ? "PodCompleted" : "ContainersNotReady";
    conditions.set("PodScheduled", true, "", "");
    conditions.set(
        "Initialized",
        initial.stream().allMatch(ContainerHistory::hasSucceeded),
        "ContainersNotInitialized",
        "init containers have not all ended well");
    conditions.set("ContainersReady", unready.isEmpty(), reason, message);
    conditions.set("Ready", unready.isEmpty(), reason, message);
  }

  private String phase() {
    if (over) {
      var all = new ArrayList<>(initial);
      all.addAll(main);
      return all.stream().allMatch(ContainerHistory::hasSucceeded) ? "Succeeded" : "Failed";
    }
    return main.stream().anyMatch(ContainerHistory::isFresh) ? "Pending" : "Running";
  }
}
