package io.dataflow.testbed.cluster.container;

import io.dataflow.testbed.cluster.node.ContainerHistory;
import io.fabric8.kubernetes.api.model.Probe;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/// The probes of one run of a container: startup first, then liveness and readiness side by side.
final class Probes implements AutoCloseable {
  private final LaunchPlan plan;
  private final ContainerHistory history;
  private final Consumer<Duration> stop;
  private final List<Thread> threads = new CopyOnWriteArrayList<>();

  /// `stop` ends the run within the time that it is given.
  Probes(LaunchPlan plan, ContainerHistory history, Consumer<Duration> stop) {
    this.plan = plan;
    this.history = history;
    this.stop = stop;
  }

  void start() {
    var startup = Optional.ofNullable(plan.container().getStartupProbe());
    if (startup.isEmpty()) {
      hasStarted();
    } else {
      repeat(
          startup.get(),
          healthy -> {
            if (healthy) {
              hasStarted();
            } else {
              stop.accept(grace(startup.get()));
            }
            return false;
          });
    }
  }

  private void hasStarted() {
    var readiness = Optional.ofNullable(plan.container().getReadinessProbe());
    history.probed(true, readiness.isEmpty());
    readiness.ifPresent(
        probe ->
            repeat(
                probe,
                healthy -> {
                  history.probed(true, healthy);
                  return true;
                }));
    Optional.ofNullable(plan.container().getLivenessProbe())
        .ifPresent(
            probe ->
                repeat(
                    probe,
                    healthy -> {
                      if (!healthy) {
                        stop.accept(grace(probe));
                      }
                      return healthy;
                    }));
  }

  private Duration grace(Probe probe) {
    return Duration.ofSeconds(
        Optional.ofNullable(probe.getTerminationGracePeriodSeconds())
            .or(
                () ->
                    Optional.ofNullable(
                        plan.pod().pod().getSpec().getTerminationGracePeriodSeconds()))
            .orElse(30L));
  }

  private void repeat(Probe probe, ProbeLoop.Verdict verdict) {
    threads.add(
        Thread.startVirtualThread(
            () -> {
              try {
                new ProbeLoop(plan, probe).run(verdict);
              } catch (InterruptedException runEnded) {
                return;
              }
            }));
  }

  @Override
  public void close() {
    threads.forEach(Thread::interrupt);
  }
}
