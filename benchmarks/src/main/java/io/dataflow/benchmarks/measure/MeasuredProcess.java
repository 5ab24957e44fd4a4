package io.dataflow.benchmarks.measure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/// A process of its own whose CPU time and memory are looked at while it runs.
public final class MeasuredProcess implements AutoCloseable {
  private static final Duration STEP = Duration.ofMillis(50);
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final int TAIL = 30;

  private final Process process;
  private final Path log;
  private final Instant started;
  private final MemoryCurve memory = new MemoryCurve();
  private final Thread watch;
  private volatile Optional<ProcessFigures> last = Optional.empty();

  private MeasuredProcess(List<String> command, Map<String, String> environment, Path log)
      throws IOException {
    this.log = log;
    var builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
    builder.environment().putAll(environment);
    this.started = Instant.now();
    this.process = builder.start();
    this.watch = Thread.ofPlatform().daemon().name("watch").start(this::watch);
  }

  /// Starts it; all that it says goes into the log file.
  public static MeasuredProcess start(
      List<String> command, Map<String, String> environment, Path log) {
    try {
      return new MeasuredProcess(command, environment, log);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private void watch() {
    while (process.isAlive()) {
      look();
      LockSupport.parkNanos(STEP.toNanos());
    }
  }

  private void look() {
    ProcessFigures.of(process.pid())
        .ifPresent(
            figures -> {
              last = Optional.of(figures);
              memory.add(Instant.now(), figures.resident());
            });
  }

  /// The moment just before it was started.
  public Instant started() {
    return started;
  }

  /// Its id for the operating system.
  public long pid() {
    return process.pid();
  }

  /// What it has said so far.
  public String said() {
    try {
      return Files.readString(log);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /// Throws when it has ended, with the end of what it said.
  public void mustBeAlive() {
    if (!process.isAlive()) {
      throw ended();
    }
  }

  /// Waits until it ends by itself, which must be well and within the limit.
  public void awaitEnd(Duration limit) throws InterruptedException {
    if (!process.waitFor(limit.toSeconds(), TimeUnit.SECONDS)) {
      throw new IllegalStateException("still running after " + limit + tail());
    }
    if (process.exitValue() != 0) {
      throw ended();
    }
  }

  private IllegalStateException ended() {
    return new IllegalStateException("ended with exit code " + process.exitValue() + tail());
  }

  private String tail() {
    var lines = said().lines().toList();
    var end = lines.subList(Math.max(0, lines.size() - TAIL), lines.size());
    return "; the end of what it said:\n" + String.join("\n", end);
  }

  /// Seconds of CPU, its ended children's included, up to the last look.
  public double cpuSeconds() {
    return last.map(ProcessFigures::cpuSeconds).orElse(0.0);
  }

  /// The most memory that it ever had resident, in bytes.
  public long peak() {
    return last.map(ProcessFigures::peak).orElse(0L);
  }

  /// Its resident memory over time.
  public MemoryCurve memory() {
    return memory;
  }

  /// Ends it, well if it can.
  @Override
  public void close() {
    if (process.isAlive()) {
      look();
      process.destroy();
    }
    try {
      if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
      }
      watch.join();
    } catch (InterruptedException stopped) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
