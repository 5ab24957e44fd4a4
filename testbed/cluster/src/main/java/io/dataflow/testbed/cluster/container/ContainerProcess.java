package io.dataflow.testbed.cluster.container;

import io.dataflow.testbed.cluster.node.Guard;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// One run of a container's command as a process of this machine, with nothing of our environment.
final class ContainerProcess {
  private final Process process;
  private final Guard guard;

  private ContainerProcess(Process process, Guard guard) {
    this.process = process;
    this.guard = guard;
  }

  /// It leads a group of its own, so that what it leaves behind can be found; `log` gets all it
  /// says.
  static ContainerProcess start(
      List<String> words, Map<String, String> environment, Path folder, Path log, Guard guard)
      throws IOException {
    var command = new ArrayList<>(List.of("setsid"));
    command.addAll(words);
    var builder = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
    builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    builder.environment().clear();
    builder.environment().putAll(environment);
    var process = builder.start();
    guard.watch(process.pid());
    process.getOutputStream().close();
    return new ContainerProcess(process, guard);
  }

  /// Waits for its end and returns its exit code, 128 plus the signal for a killed one.
  int await() throws InterruptedException {
    var code = process.waitFor();
    guard.sweep(process.pid());
    return code;
  }

  /// Whether it has ended within the time.
  boolean endsWithin(Duration time) throws InterruptedException {
    return process.waitFor(Math.max(0, time.toMillis()), TimeUnit.MILLISECONDS);
  }

  /// Asks it to end (SIGTERM).
  void terminate() {
    process.destroy();
  }

  /// Kills it and all that it has started.
  void kill() {
    if (process.isAlive()) {
      guard.kill(process.pid());
    }
  }
}
