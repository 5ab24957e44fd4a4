package io.dataflow.cli;

import io.dataflow.cli.sample.Sample;
import io.dataflow.cli.sample.SampleReport;
import io.dataflow.cli.sample.SampleTest;
import io.dataflow.cli.terminal.Amount;
import io.dataflow.cli.terminal.Colour;
import io.dataflow.cli.terminal.CommandException;
import io.dataflow.cli.terminal.Terminal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `dataflow test`: what a flow does with messages, without any server.
@Command(
    name = "test",
    header = "Runs the steps of flows on sample messages, without servers, and compares.",
    description = {
      "",
      "A sample is a directory with",
      "  flow.yaml         the flow",
      "  in.jsonl          messages that go in, one a line",
      "  out.jsonl         messages that must reach the main sink, in order",
      "  dead.jsonl        messages, as they went in, that no step could transform",
      "  routes/0.jsonl    messages that must take the router's first route",
      "  now               the time that the flow is told, unless --now is given",
      "A message that a filter drops is in none of them. When a file's first line is",
      "{\"value\": …, \"metadata\": {…}}, all its lines are, and metadata is compared too.",
      "",
    },
    footer = {"", "Example:", "  dataflow test samples --now 2026-03-01T10:15:00Z"})
final class TestCommand implements Callable<Integer> {
  private static final int SHOWN_MAX = 10;

  private final Terminal terminal;

  @Parameters(paramLabel = "DIR", arity = "1..*", description = "Samples, or directories of them.")
  private List<Path> folders;

  @Option(
      names = "--now",
      paramLabel = "TIME",
      description =
          "The time that the flow is told, as 2026-03-01T10:15:00Z; else the sample's, else now.")
  private Optional<Instant> now = Optional.empty();

  @Option(names = "--update", description = "Write what comes out into the files instead.")
  private boolean update;

  TestCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    var samples = folders.stream().flatMap(folder -> Sample.in(folder).stream()).toList();
    var failed = samples.stream().filter(sample -> !passes(sample)).count();
    terminal.line(
        Amount.count(samples.size(), "sample") + (failed == 0 ? "" : ", " + failed + " failed"));
    return failed == 0 ? 0 : 1;
  }

  private boolean passes(Sample sample) {
    try {
      var test = new SampleTest(sample, now);
      return shown(update ? test.update() : test.compare());
    } catch (CommandException unusable) {
      terminal.line(terminal.paint(Colour.RED, "✗ ") + unusable.getMessage());
      return false;
    }
  }

  private boolean shown(SampleReport report) {
    var differences = report.differences();
    if (differences.isEmpty()) {
      terminal.line(terminal.paint(Colour.GREEN, "✓ ") + report.folder() + ": " + report.summary());
      return true;
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
    return false;
  }
}
