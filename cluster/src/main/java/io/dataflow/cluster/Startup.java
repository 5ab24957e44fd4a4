package io.dataflow.cluster;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/// Shows how the start gets on: what has been done and how long it took, and what is being done.
final class Startup implements AutoCloseable {
  private static final int WIDTH = 56;
  private static final long REDRAW_MILLIS = 200;

  private final Terminal terminal;
  private final List<String> running = new ArrayList<>();
  private final long begin = System.nanoTime();
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("startup").factory());

  Startup(Terminal terminal) {
    this.terminal = terminal;
    clock.scheduleAtFixedRate(this::draw, REDRAW_MILLIS, REDRAW_MILLIS, TimeUnit.MILLISECONDS);
  }

  /// Does one thing, on whichever thread calls.
  <T> T step(String what, Supplier<T> work) {
    var start = System.nanoTime();
    synchronized (running) {
      running.add(what);
    }
    try {
      var result = work.get();
      terminal.line("  ✓ " + what + " ".repeat(Math.max(1, WIDTH - what.length())) + time(start));
      return result;
    } finally {
      synchronized (running) {
        running.remove(what);
      }
    }
  }

  private void draw() {
    synchronized (running) {
      if (!running.isEmpty()) {
        terminal.draw("  … " + String.join(", ", running) + "  " + time(begin));
      }
    }
  }

  private static String time(long since) {
    var time = Duration.ofNanos(System.nanoTime() - since);
    return String.format(Locale.ROOT, "%.1f s", time.toMillis() / 1000.0);
  }

  @Override
  public void close() {
    clock.shutdownNow();
    terminal.draw("");
  }
}
