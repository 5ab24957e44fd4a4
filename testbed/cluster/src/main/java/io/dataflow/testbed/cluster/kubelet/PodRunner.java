package io.dataflow.testbed.cluster.kubelet;

import io.dataflow.testbed.cluster.container.ContainerRun;
import io.dataflow.testbed.cluster.container.Patience;
import io.dataflow.testbed.cluster.container.RestartPolicy;
import io.dataflow.testbed.cluster.node.ContainerHistory;
import io.dataflow.testbed.cluster.node.PodContext;
import io.dataflow.testbed.cluster.node.StuckException;
import io.dataflow.testbed.cluster.node.Volumes;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.Pod;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

/// Runs one pod from its volumes to the removal of its object.
final class PodRunner implements PodOnNode {
  private final PodContext context;
  private final PodStatusWriter writer;
  private final RestartPolicy policy;
  private final CountDownLatch ending = new CountDownLatch(1);
  private final CountDownLatch ended = new CountDownLatch(1);
  private final List<ContainerRun> runs = new CopyOnWriteArrayList<>();
  private long grace = Long.MAX_VALUE;

  private PodRunner(PodContext context) {
    this.context = context;
    this.writer = new PodStatusWriter(context);
    this.policy = RestartPolicy.of(context.pod().getSpec());
  }

  static PodRunner start(PodContext context) {
    var runner = new PodRunner(context);
    runner.writer.start();
    Thread.ofVirtual().name("pod " + context.name()).start(runner::run);
    return runner;
  }

  @Override
  public PodContext context() {
    return context;
  }

  private void run() {
    try {
      var volumes = new Patience(ending).result(this::tellAll, new Volumes(context)::write);
      if (volumes.isPresent() && prepare(volumes.get())) {
        runAll(volumes.get());
      }
      writer.finish();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    } finally {
      ended.countDown();
    }
  }

  private void tellAll(StuckException stuck) {
    writer.main().forEach(each -> each.waiting(stuck.reason(), stuck.getMessage()));
    context.host().events().warn(context.pod(), "FailedMount", stuck.getMessage());
  }

  /// Runs the init containers one after the other; tells whether all have ended well.
  private boolean prepare(Map<String, Path> volumes) throws InterruptedException, IOException {
    var containers = context.pod().getSpec().getInitContainers();
    for (var i = 0; i < containers.size(); i++) {
      var history = writer.initial().get(i);
      newRun(containers.get(i), history, policy.forInitContainers()).run(volumes);
      if (!history.hasSucceeded()) {
        return false;
      }
    }
    return true;
  }

  private void runAll(Map<String, Path> volumes) throws InterruptedException {
    var threads = new ArrayList<Thread>();
    var containers = context.pod().getSpec().getContainers();
    for (var i = 0; i < containers.size(); i++) {
      var run = newRun(containers.get(i), writer.main().get(i), policy);
      threads.add(Thread.startVirtualThread(() -> run(run, volumes)));
    }
    for (var thread : threads) {
      thread.join();
    }
  }

  private static void run(ContainerRun run, Map<String, Path> volumes) {
    try {
      run.run(volumes);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private ContainerRun newRun(
      Container container, ContainerHistory history, RestartPolicy howOften) {
    var run = new ContainerRun(context, container, history, howOften, ending);
    runs.add(run);
    return run;
  }

  /// A second deletion may only leave less time.
  @Override
  public synchronized void see(Pod pod) {
    var data = pod.getMetadata();
    if (data.getDeletionTimestamp() == null || data.getDeletionGracePeriodSeconds() >= grace) {
      return;
    }
    grace = data.getDeletionGracePeriodSeconds();
    var time = Duration.ofSeconds(grace);
    if (ending.getCount() == 0) {
      runs.forEach(run -> Thread.startVirtualThread(() -> run.hurry(time)));
    } else {
      ending.countDown();
      runs.forEach(run -> Thread.startVirtualThread(() -> run.end(time)));
      Thread.startVirtualThread(() -> removeAtTheEnd(pod));
    }
  }

  private void removeAtTheEnd(Pod pod) {
    join();
    context.host().api().remove(pod);
  }

  @Override
  public void drop() {
    writer.close();
    ending.countDown();
    kill();
    Thread.startVirtualThread(
        () -> {
          join();
          context.folder().deleteVolumes();
        });
  }

  @Override
  public void join() {
    try {
      ended.await();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void kill() {
    runs.forEach(ContainerRun::kill);
  }

  @Override
  public boolean isReady() {
    return ending.getCount() > 0 && writer.main().stream().allMatch(ContainerHistory::isReady);
  }

  /// The history of one of its containers.
  ContainerHistory history(String container) {
    var all = new ArrayList<>(writer.initial());
    all.addAll(writer.main());
    return all.stream()
        .filter(each -> each.name().equals(container))
        .findFirst()
        .orElseThrow(() -> new StuckException("NotFound", "there is no container " + container));
  }
}
