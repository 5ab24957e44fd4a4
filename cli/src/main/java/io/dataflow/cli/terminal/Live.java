package io.dataflow.cli.terminal;

import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/// Shows how something gets on for as long as it does: lines drawn again in their place where a
/// person watches, a plain line every second where none does.
public final class Live implements AutoCloseable {
  private static final long REDRAW_MILLIS = 150;
  private static final long LINE_MILLIS = 1000;

  private final Terminal terminal;
  private final Supplier<List<String>> drawing;
  private final Supplier<String> line;
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("live").factory());
  private int drawn;

  /// Starts showing.
  ///
  /// @param drawing the lines for a person
  /// @param line the same in one line
  public Live(Terminal terminal, Supplier<List<String>> drawing, Supplier<String> line) {
    this.terminal = terminal;
    this.drawing = drawing;
    this.line = line;
    var period = terminal.interactive() ? REDRAW_MILLIS : LINE_MILLIS;
    clock.scheduleAtFixedRate(this::show, period, period, TimeUnit.MILLISECONDS);
  }

  private synchronized void show() {
    if (clock.isShutdown()) {
      return;
    }
    draw();
  }

  private void draw() {
    if (!terminal.interactive()) {
      terminal.line(line.get());
      return;
    }
    var lines = drawing.get();
    var text = new StringBuilder();
    if (drawn > 0) {
      text.append("\033[").append(drawn).append('A');
    }
    // Without wrapping, a line too long for the window is cut and does not upset the count.
    text.append("\033[?7l");
    lines.forEach(each -> text.append('\r').append(each).append("\033[K\n"));
    text.append("\033[?7h");
    drawn = lines.size();
    terminal.out().print(text);
    terminal.out().flush();
  }

  /// Shows the last state and stops.
  @Override
  public void close() {
    clock.shutdown();
    synchronized (this) {
      draw();
    }
  }
}
