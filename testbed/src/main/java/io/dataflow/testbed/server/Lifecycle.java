package io.dataflow.testbed.server;

import java.util.Optional;
import java.util.function.Supplier;

/// Starts a server again and again on the same data, and sees that nothing of it stays behind.
public final class Lifecycle implements AutoCloseable {
  private final Folder folder;
  private final String stopSignal;
  private final Supplier<ServerProcess> launch;
  private final Thread hook;
  private Optional<ServerProcess> running = Optional.empty();

  /// `launch` starts the process and returns when it is ready; `stopSignal` is what ends it well.
  public Lifecycle(Folder folder, String stopSignal, Supplier<ServerProcess> launch) {
    this.folder = folder;
    this.stopSignal = stopSignal;
    this.launch = launch;
    this.hook = new Thread(this::discard, "testbed-exit");
    Runtime.getRuntime().addShutdownHook(hook);
  }

  /// Starts the server where it does not run.
  public synchronized void start() {
    if (running.isEmpty()) {
      running = Optional.of(launch.get());
    }
  }

  /// Stops the server the way an administrator does; its data stays.
  public synchronized void stop() {
    running.ifPresent(process -> process.stop(stopSignal));
    running = Optional.empty();
  }

  /// Kills the server (SIGKILL); its data stays.
  public synchronized void kill() {
    running.ifPresent(ServerProcess::kill);
    running = Optional.empty();
  }

  /// Stops the server where it runs, and starts it on the same data.
  public synchronized void restart() {
    stop();
    start();
  }

  /// Stops the server for good and deletes its folder where that is temporary.
  @Override
  public synchronized void close() {
    stop();
    folder.deleteIfTemporary();
    Runtime.getRuntime().removeShutdownHook(hook);
  }

  /// At the end of the JVM nobody needs the data any more: no time is spent on a graceful end.
  private void discard() {
    if (folder.temporary()) {
      kill();
      folder.deleteIfTemporary();
    } else {
      stop();
    }
  }
}
