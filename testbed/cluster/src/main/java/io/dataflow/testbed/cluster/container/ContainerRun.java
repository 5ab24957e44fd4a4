package io.dataflow.testbed.cluster.container;

import io.dataflow.testbed.cluster.node.ContainerHistory;
import io.dataflow.testbed.cluster.node.PodContext;
import io.dataflow.testbed.cluster.node.StuckException;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerStateTerminatedBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// The life of one container: started, probed, started again when it ends, ended with its pod.
public final class ContainerRun {
  private static final int START_ERROR = 128;

  private final PodContext pod;
  private final Container container;
  private final ContainerHistory history;
  private final RestartPolicy policy;
  private final CountDownLatch ending;
  private Optional<ContainerStop> running = Optional.empty();

  /// `ending` is open from when the pod shall end on.
  public ContainerRun(
      PodContext pod,
      Container container,
      ContainerHistory history,
      RestartPolicy policy,
      CountDownLatch ending) {
    this.pod = pod;
    this.container = container;
    this.history = history;
    this.policy = policy;
    this.ending = ending;
  }

  /// Returns when the container has ended and will not be started again.
  public void run(Map<String, Path> volumes) throws InterruptedException, IOException {
    var backOff = new BackOff(pod.host().settings());
    while (ending.getCount() > 0) {
      var plan =
          new Patience(ending).result(this::tell, () -> LaunchPlan.of(pod, container, volumes));
      if (plan.isEmpty()) {
        return;
      }
      var start = Instant.now();
      once(plan.get(), start);
      if (ending.getCount() == 0 || !policy.restarts(history.hasSucceeded())) {
        return;
      }
      await(backOff.after(Duration.between(start, Instant.now())));
    }
  }

  private void tell(StuckException stuck) {
    history.waiting(stuck.reason(), stuck.getMessage());
    pod.host().events().warn(pod.pod(), "Failed", stuck.getMessage());
  }

  private void await(Duration wait) throws InterruptedException {
    if (!wait.isZero()) {
      var message =
          "back-off %s restarting failed container=%s pod=%s_%s(%s)"
              .formatted(
                  wait.toString().substring(2).toLowerCase(),
                  container.getName(),
                  pod.name(),
                  pod.namespace(),
                  pod.uid());
      history.waiting("CrashLoopBackOff", message);
      pod.host().events().warn(pod.pod(), "BackOff", message);
      ending.await(wait.toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  private void once(LaunchPlan plan, Instant start) throws InterruptedException, IOException {
    var folder = pod.folder().container(container.getName());
    var log = folder.resolve(history.begin() + ".log");
    Files.writeString(log, "");
    try {
      var process = begin(plan, log);
      if (process.isPresent()) {
        history.running();
        int code;
        try (var probes =
            new Probes(plan, history, new ContainerStop(plan, process.get())::within)) {
          probes.start();
          code = process.get().await();
        }
        var reason = code == 0 ? "Completed" : "Error";
        ended(code, reason, new LastWords(plan, log).text(code), start);
      }
    } catch (IOException failure) {
      ended(START_ERROR, "StartError", failure.getMessage(), start);
    }
  }

  private synchronized Optional<ContainerProcess> begin(LaunchPlan plan, Path log)
      throws IOException {
    if (ending.getCount() == 0) {
      return Optional.empty();
    }
    var process = plan.start(log);
    running = Optional.of(new ContainerStop(plan, process));
    return Optional.of(process);
  }

  private void ended(int code, String reason, String message, Instant start) {
    var end =
        new ContainerStateTerminatedBuilder()
            .withExitCode(code)
            .withReason(reason)
            .withStartedAt(start.truncatedTo(ChronoUnit.SECONDS).toString())
            .withFinishedAt(ContainerHistory.now())
            .withContainerID("fake://" + pod.uid() + "-" + history.run(false));
    history.terminated((message.isEmpty() ? end : end.withMessage(message)).build());
  }

  /// Ends what runs: its hook, SIGTERM, and SIGKILL when the time is over. The pod ends already.
  public void end(Duration grace) {
    current().ifPresent(stop -> stop.within(grace));
  }

  /// Kills what still runs after the time.
  public void hurry(Duration time) {
    current().ifPresent(stop -> stop.after(time));
  }

  /// Kills what runs, as if the machine's memory had run out.
  public void kill() {
    current().ifPresent(ContainerStop::now);
  }

  private synchronized Optional<ContainerStop> current() {
    return running;
  }
}
