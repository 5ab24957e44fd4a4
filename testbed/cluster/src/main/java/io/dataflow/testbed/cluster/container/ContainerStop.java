package io.dataflow.testbed.cluster.container;

import io.dataflow.testbed.cluster.node.StuckException;
import io.fabric8.kubernetes.api.model.LifecycleHandler;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// How one running container is ended: its preStop hook, SIGTERM, and SIGKILL when the time is
/// over.
record ContainerStop(LaunchPlan plan, ContainerProcess process) {
  private static final Duration AT_LEAST = Duration.ofSeconds(2);

  /// Returns when the process is gone, which takes a little more than the time at most.
  void within(Duration grace) {
    try {
      if (!grace.isZero()) {
        var deadline = Instant.now().plus(grace);
        var least = hook().isPresent() ? AT_LEAST : Duration.ZERO;
        runHook(grace);
        process.terminate();
        process.endsWithin(longer(Duration.between(Instant.now(), deadline), least));
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    } finally {
      process.kill();
    }
  }

  /// Kills it after the time, when it still runs then.
  void after(Duration time) {
    try {
      process.endsWithin(time);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    } finally {
      process.kill();
    }
  }

  /// Kills it at once.
  void now() {
    process.kill();
  }

  private Optional<LifecycleHandler> hook() {
    return Optional.ofNullable(plan.container().getLifecycle())
        .flatMap(lifecycle -> Optional.ofNullable(lifecycle.getPreStop()));
  }

  /// A hook that fails does not keep the container from its end.
  private void runHook(Duration grace) throws InterruptedException {
    try {
      if (hook().isPresent()) {
        run(hook().get(), grace);
      }
    } catch (IOException | StuckException failed) {
      return;
    }
  }

  private void run(LifecycleHandler hook, Duration grace) throws IOException, InterruptedException {
    if (hook.getSleep() != null) {
      process.endsWithin(shorter(Duration.ofSeconds(hook.getSleep().getSeconds()), grace));
    } else if (hook.getExec() != null) {
      var log = plan.pod().folder().container(plan.container().getName()).resolve("preStop.log");
      var command = plan.start(hook.getExec().getCommand(), log);
      if (!command.endsWithin(grace)) {
        command.kill();
      }
      command.await();
    } else if (hook.getHttpGet() != null) {
      new ProbeCheck(plan, grace).http(hook.getHttpGet());
    }
  }

  private static Duration longer(Duration one, Duration other) {
    return one.compareTo(other) > 0 ? one : other;
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }
}
