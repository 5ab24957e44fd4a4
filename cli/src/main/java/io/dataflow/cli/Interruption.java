package io.dataflow.cli;

import java.time.Duration;
import java.util.Optional;

/// What is done when the process is told to end (Ctrl-C, SIGTERM): the work is stopped well, the
/// command goes on to its summary, and the process ends with the command's own exit code instead of
/// the signal's. Before there is any work, it ends almost at once.
final class Interruption implements AutoCloseable {
  private static final Duration LIMIT = Duration.ofMinutes(10);
  private static volatile boolean happened;

  private final Runnable early;
  private final int earlyCode;
  private final Thread command = Thread.currentThread();
  private final Thread hook = Thread.ofPlatform().name("interruption").unstarted(this::interrupt);
  private volatile Optional<Runnable> stop = Optional.empty();

  /// @param early what is done when the process is told to end before there is any work
  /// @param earlyCode the exit code then
  Interruption(Runnable early, int earlyCode) {
    this.early = early;
    this.earlyCode = earlyCode;
    Runtime.getRuntime().addShutdownHook(hook);
  }

  /// From here on there is work, which `stop` lets come to its end.
  void stops(Runnable work) {
    this.stop = Optional.of(work);
  }

  private void interrupt() {
    happened = true;
    stop.ifPresentOrElse(Runnable::run, this::endEarly);
    try {
      command.join(LIMIT);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void endEarly() {
    early.run();
    Runtime.getRuntime().halt(earlyCode);
  }

  /// Ends the process, from inside a shutdown too, where `System.exit` would wait for ever.
  static void exit(int code) {
    if (happened) {
      Runtime.getRuntime().halt(code);
    }
    System.exit(code);
  }

  @Override
  public void close() {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException begun) {
      // The hook waits for the command, so the end is by `exit`.
      happened = true;
    }
  }
}
