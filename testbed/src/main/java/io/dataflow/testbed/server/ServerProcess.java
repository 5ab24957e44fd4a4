package io.dataflow.testbed.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;

/// One run of a server as a process of its own: writes a log file, can be stopped or killed, and
/// does not outlive the JVM that started it, even when that JVM is killed.
public final class ServerProcess {
  private static final Duration START = Duration.ofSeconds(180);
  private static final Duration STOP = Duration.ofSeconds(30);
  private static final int TAIL_LINES = 30;

  private final String name;
  private final Path log;
  private final long logStart;
  private final Process process;
  private final Process guard;

  private ServerProcess(String name, Path log, long logStart, Process process, Process guard) {
    this.name = name;
    this.log = log;
    this.logStart = logStart;
    this.process = process;
    this.guard = guard;
  }

  /// Starts the command; what it says goes to the end of the file `log`, beside which it runs.
  public static ServerProcess start(String name, List<String> command, Path log) {
    try {
      var logStart = Files.exists(log) ? Files.size(log) : 0;
      var process =
          new ProcessBuilder(command)
              .directory(log.getParent().toFile())
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
              .start();
      process.getOutputStream().close();
      return new ServerProcess(name, log, logStart, process, guard(process.pid()));
    } catch (IOException failure) {
      throw new ServerException(name + " could not be started: " + failure.getMessage(), failure);
    }
  }

  /// Runs a command that ends by itself, such as the one that formats a server's data.
  public static void run(String name, List<String> command, Path log) {
    var run = start(name, command, log);
    var code = run.process.onExit().join().exitValue();
    run.guard.destroyForcibly();
    if (code != 0) {
      throw new ServerException(name + " ended with exit code " + code + run.tail());
    }
  }

  /// A shell that waits for the end of its input, which comes when this JVM is gone.
  private static Process guard(long pid) throws IOException {
    return new ProcessBuilder("/bin/sh", "-c", "read -r line; kill -9 " + pid)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  /// Waits until this run has written the text to its log.
  public ServerProcess ready(String text) {
    return ready("say '" + text + "'", () -> output().contains(text));
  }

  /// Waits until the condition holds; `what` finishes the sentence "waiting for the server to".
  public ServerProcess ready(String what, Await.Condition condition) {
    try {
      Await.until(name + " to " + what, START, () -> !process.isAlive() || condition.holds());
    } catch (ServerException failure) {
      kill();
      throw new ServerException(failure.getMessage() + tail(), failure);
    }
    if (!process.isAlive()) {
      guard.destroyForcibly();
      throw new ServerException(
          name + " ended with exit code " + process.exitValue() + " while it started" + tail());
    }
    return this;
  }

  /// Whether it has not ended.
  public boolean runs() {
    return process.isAlive();
  }

  /// Sends a signal (`TERM`, `INT`, `STOP`, `CONT`) and does not wait for what comes of it.
  public void signal(String signal) {
    try {
      new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid())).start().waitFor();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  /// Waits for its end and returns the exit code; empty when it has not come in time.
  public OptionalInt end(Duration limit) {
    try {
      if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
        return OptionalInt.empty();
      }
      guard.destroyForcibly();
      return OptionalInt.of(process.exitValue());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return OptionalInt.empty();
    }
  }

  /// Asks the process to end with a signal (`TERM`, `INT`) and kills it when it does not.
  public void stop(String signal) {
    signal(signal);
    if (end(STOP).isEmpty()) {
      kill();
    }
  }

  /// Kills the process and its children at once, and returns when they are gone.
  public void kill() {
    var children = process.descendants().toList();
    process.destroyForcibly();
    children.forEach(ProcessHandle::destroyForcibly);
    process.onExit().join();
    children.forEach(child -> child.onExit().join());
    guard.destroyForcibly();
  }

  /// All that this run has written to its log so far.
  public String output() {
    try (var channel = Files.newByteChannel(log)) {
      var bytes = Channels.newInputStream(channel.position(logStart)).readAllBytes();
      return new String(bytes, StandardCharsets.UTF_8);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private String tail() {
    var lines = output().lines().toList();
    var end = lines.subList(Math.max(0, lines.size() - TAIL_LINES), lines.size());
    return "; the end of its log " + log + ":\n" + String.join("\n", end);
  }
}
