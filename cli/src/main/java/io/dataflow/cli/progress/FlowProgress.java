package io.dataflow.cli.progress;

import io.dataflow.cli.terminal.Amount;
import io.dataflow.cli.terminal.Colour;
import io.dataflow.cli.terminal.Terminal;
import io.dataflow.runtime.FlowRunner;
import java.util.ArrayList;
import java.util.List;

/// How a running flow gets on, in words and numbers.
public final class FlowProgress {
  private final Terminal terminal;
  private final FlowRunner runner;
  private final Stopwatch stopwatch = new Stopwatch();

  /// Starts the clock.
  public FlowProgress(Terminal terminal, FlowRunner runner) {
    this.terminal = terminal;
    this.runner = runner;
  }

  /// The state in a line, and a line for each end that cannot be reached.
  public List<String> lines() {
    var lines = new ArrayList<String>();
    lines.add("  " + line());
    runner
        .troubles()
        .values()
        .forEach(why -> lines.add("  " + terminal.paint(Colour.YELLOW, "waiting: ") + why));
    return lines;
  }

  /// How fast records are read at present.
  public String rate() {
    return stopwatch.rate(runner.counters().received());
  }

  /// The time since the start.
  public String elapsed() {
    return Amount.time(stopwatch.elapsed());
  }

  /// The state in one line.
  public String line() {
    var counters = runner.counters();
    var text = new StringBuilder();
    text.append(elapsed());
    append(text, "read", counters.received());
    counters
        .written()
        .forEach(
            (sink, count) -> {
              if (!sink.equals("errors")) {
                append(text, sink, count);
              }
            });
    append(text, "dropped", counters.dropped());
    append(text, "dead letters", counters.rejected());
    return text + "   " + rate();
  }

  private static void append(StringBuilder text, String name, long count) {
    text.append("   ").append(name).append(' ').append(Amount.count(count));
  }
}
