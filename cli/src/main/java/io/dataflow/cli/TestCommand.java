package io.dataflow.cli;

import io.dataflow.cli.manifest.TemplatesOption;
import io.dataflow.cli.sample.Sample;
import io.dataflow.cli.terminal.Terminal;
import io.dataflow.cli.testing.FolderWatch;
import io.dataflow.cli.testing.SampleFolders;
import io.dataflow.cli.testing.SampleTests;
import io.dataflow.cli.testing.TestSession;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

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
      "  *.yaml            route templates and Kamelets that the flow names",
      "A message that a filter drops is in none of them. When a file's first line is",
      "{\"value\": …, \"metadata\": {…}}, all its lines are, and metadata is compared too.",
      "",
    },
    footer = {
      "",
      "Examples:",
      "  dataflow test samples --now 2026-03-01T10:15:00Z",
      "  dataflow test samples --junit target/samples.xml",
      "  dataflow test my --watch",
    })
final class TestCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Spec private CommandSpec command;

  @Parameters(paramLabel = "DIR", arity = "1..*", description = "Samples, or directories of them.")
  private List<Path> folders;

  @Mixin private NowOption now;
  @Mixin private TemplatesOption templates;

  @Option(names = "--update", description = "Write what comes out into the files instead.")
  private boolean update;

  @Option(
      names = "--parallel",
      paramLabel = "N",
      description =
          "How many samples run at the same time; as many as there are cores, by default.")
  private int parallel = Runtime.getRuntime().availableProcessors();

  @Option(
      names = "--junit",
      paramLabel = "FILE",
      description = "Write the results as JUnit XML too, for CI systems.")
  private Optional<Path> junit = Optional.empty();

  @Option(
      names = "--watch",
      description = "Go on until Ctrl-C, and run a sample again when one of its files changes.")
  private boolean watch;

  TestCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws InterruptedException {
    if (parallel < 1) {
      throw misuse("--parallel: `" + parallel + "` is less than 1.");
    }
    if (watch && update) {
      throw misuse("--update writes the files that --watch looks at. Give one of them.");
    }
    var tests = new SampleTests(now.time(), templates::beside, update, parallel);
    var session = new TestSession(terminal, new SampleFolders(folders), tests, junit);
    return watch ? watch(session) : session.run();
  }

  private int watch(TestSession session) throws InterruptedException {
    try (var interruption = new Interruption(() -> {}, 0);
        var changes = new FolderWatch(folders, Sample::isPart)) {
      interruption.stops(changes::close);
      return session.watch(changes);
    }
  }

  private ParameterException misuse(String message) {
    return new ParameterException(command.commandLine(), message);
  }
}
