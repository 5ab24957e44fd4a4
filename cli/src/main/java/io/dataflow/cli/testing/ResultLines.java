package io.dataflow.cli.testing;

import io.dataflow.cli.terminal.Amount;
import io.dataflow.cli.terminal.Colour;
import io.dataflow.cli.terminal.Terminal;
import java.time.Duration;
import java.util.Collection;

/// How samples went, for a person.
public record ResultLines(Terminal terminal) {
  private static final int SHOWN_MAX = 10;
  private static final int SCREEN = 20;

  /// Shows how one went.
  public void show(SampleResult result) {
    switch (result) {
      case SampleResult.Compared compared -> show(compared);
      case SampleResult.Unusable unusable ->
          terminal.line(terminal.paint(Colour.RED, "✗ ") + unusable.why());
    }
  }

  private void show(SampleResult.Compared result) {
    var report = result.report();
    var differences = report.differences();
    if (differences.isEmpty()) {
      terminal.line(terminal.paint(Colour.GREEN, "✓ ") + report.folder() + ": " + report.summary());
      return;
    }
    terminal.line(
        terminal.paint(Colour.RED, "✗ ")
            + report.folder()
            + ": "
            + Amount.count(differences.size(), "difference")
            + "; "
            + report.summary());
    for (var difference : differences.subList(0, Math.min(SHOWN_MAX, differences.size()))) {
      difference.forEach(line -> terminal.line("    " + line));
    }
    if (differences.size() > SHOWN_MAX) {
      terminal.line("    … and " + (differences.size() - SHOWN_MAX) + " more");
    }
  }

  /// Shows how all of them went; which have failed only where their lines may be off the screen.
  ///
  /// @param time that all of them took together
  public void summarize(Collection<SampleResult> results, Duration time) {
    long failed = results.stream().filter(result -> !result.passed()).count();
    if (failed > 0 && results.size() > SCREEN) {
      terminal.line("");
      results.stream()
          .filter(result -> !result.passed())
          .forEach(it -> terminal.line(terminal.paint(Colour.RED, "✗ ") + it.folder()));
    }
    var samples = Amount.count(results.size(), "sample");
    var outcome =
        failed == 0
            ? terminal.paint(Colour.GREEN, samples + " passed")
            : terminal.paint(
                Colour.RED,
                samples
                    + ": "
                    + Amount.count(results.size() - failed)
                    + " passed, "
                    + Amount.count(failed)
                    + " failed");
    int messages = results.stream().mapToInt(SampleResult::messages).sum();
    terminal.line(outcome + ", " + Amount.count(messages, "message") + " in " + Amount.time(time));
  }
}
