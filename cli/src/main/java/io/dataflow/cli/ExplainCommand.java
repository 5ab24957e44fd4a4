package io.dataflow.cli;

import io.dataflow.api.spec.DataFlowSpec;
import io.dataflow.api.transformation.EndpointStep;
import io.dataflow.cli.explain.Explanation;
import io.dataflow.cli.explain.HiddenValues;
import io.dataflow.cli.explain.Subject;
import io.dataflow.cli.explain.Tally;
import io.dataflow.cli.explain.Tracer;
import io.dataflow.cli.manifest.FlowFile;
import io.dataflow.cli.manifest.Loading;
import io.dataflow.cli.picture.FlowPicture;
import io.dataflow.cli.sample.Sample;
import io.dataflow.cli.terminal.Colour;
import io.dataflow.cli.terminal.CommandException;
import io.dataflow.cli.terminal.Terminal;
import io.dataflow.cli.terminal.WindowWidth;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/// `dataflow explain`: what a flow does to a message, step by step.
@Command(
    name = "explain",
    header = "Shows what a flow does to a message, step by step.",
    description = {
      "",
      "Draws the flow, and for each message what every step makes of it: what it changes, adds and",
      "removes, what its conditions say and why, whether it drops or rejects the message, and",
      "where the message goes. Steps run as in a processor; sinks are not asked.",
      "",
      "With --sample alone the newest records of the flow's source are read, and nothing else",
      "happens: no consumer group is joined, no position moves, nothing is created or written.",
      "Values of messages are shown as they are.",
      "",
    },
    footer = {
      "",
      "Examples:",
      "  dataflow explain samples/demo",
      "  dataflow explain flow.yaml --input in.jsonl",
      "  dataflow explain flow.yaml --sample 3 --secrets ./secrets",
      "  echo '{\"id\": 7}' | dataflow explain flow.yaml --input -",
    })
final class ExplainCommand implements Callable<Integer> {
  private static final int SAMPLE_MAX = 1000;
  private static final String PIPE = "-";

  private final Terminal terminal;

  @ParentCommand private DataflowCommand dataflow;

  @Spec private CommandSpec command;

  @Parameters(
      paramLabel = "FILE",
      description =
          "A manifest or a spec.json; - is what comes in. Or a sample's directory, with its input.")
  private String file;

  @Option(
      names = "--input",
      paramLabel = "FILE",
      description = "Messages, one a line, in the form of a sample's in.jsonl; - is what comes in.")
  private Optional<String> input = Optional.empty();

  @Option(
      names = "--sample",
      paramLabel = "N",
      description =
          "So many messages: the first ones of the input, or the newest ones of the source.")
  private Optional<Integer> sample = Optional.empty();

  @Mixin private NowOption now;

  @Option(names = "--full", description = "Show every change, and values whole.")
  private boolean full;

  @Mixin private SecretsOption secrets;

  ExplainCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws Exception {
    refuseMisuse();
    new Logs(System.getenv(), dataflow.debug).forPeople(terminal);
    var folder = Optional.of(file).map(Path::of).filter(Sample::isAt).map(Sample::new);
    var messages = input.or(() -> folder.map(Sample::input).map(Path::toString));
    boolean live = messages.isEmpty() && sample.isPresent();
    var values = secrets.values();
    var hidden = live ? HiddenValues.of(values) : HiddenValues.unconnected(values);
    var name = folder.map(Sample::flow).map(Path::toString).orElse(file);
    return switch (new FlowFile(name, terminal).load(hidden)) {
      case Loading.Refused refused -> 1;
      case Loading.Loaded(var flow, var _, var fingerprint) -> {
        var time = now.time().or(() -> folder.flatMap(Sample::now)).orElseGet(Instant::now);
        explain(flow.spec(), hidden, messages, time);
        yield 0;
      }
    };
  }

  private void refuseMisuse() {
    if (Files.isDirectory(Path.of(file)) && !Sample.isAt(Path.of(file))) {
      throw misuse(file + ": no sample. A sample is a directory with flow.yaml in it.");
    }
    if (sample.filter(count -> count < 1 || count > SAMPLE_MAX).isPresent()) {
      throw misuse("--sample: write a number from 1 to " + SAMPLE_MAX + ".");
    }
    if (file.equals(PIPE) && input.filter(PIPE::equals).isPresent()) {
      throw misuse("both FILE and --input are -, and only one thing can come in.");
    }
  }

  private ParameterException misuse(String message) {
    return new ParameterException(command.commandLine(), message);
  }

  private void explain(
      DataFlowSpec spec, HiddenValues hidden, Optional<String> messages, Instant time)
      throws IOException, InterruptedException {
    if (messages.isEmpty() && sample.isEmpty()) {
      terminal.lines(new FlowPicture(terminal, spec, hidden::shown).lines());
      terminal.line("");
      terminal.line(
          terminal.paint(
              Colour.DIM, "  --input FILE or --sample N shows what it does to messages."));
      return;
    }
    refuseEndpoints(spec);
    var subjects = subjects(spec, messages);
    var tracer = new Tracer(spec, time);
    var explanation =
        new Explanation(terminal, spec, hidden::shown, WindowWidth.of(terminal), full);
    var tally = new Tally();
    for (var subject : subjects) {
      var trail = tracer.trace(subject.message());
      tally.add(trail);
      terminal.lines(explanation.lines(subject, trail));
      terminal.line("");
    }
    if (subjects.size() > 1) {
      terminal.line(tally.line());
    }
  }

  /// What Camel makes of a message is known only when it has it, and then others may have it too.
  private void refuseEndpoints(DataFlowSpec spec) {
    for (int i = 0; i < spec.transformations().size(); i++) {
      if (spec.transformations().get(i).transformation() instanceof EndpointStep step) {
        throw new CommandException(
            ("%s: spec.transformations[%d]: `explain` calls nobody, so it cannot show what `%s`"
                 + " makes of a message. Leave --input and --sample out for the picture alone, or"
                 + " run `dataflow test` on a sample.")
                .formatted(file, i, step.endpoint().label()));
      }
    }
  }

  private List<Subject> subjects(DataFlowSpec spec, Optional<String> messages)
      throws IOException, InterruptedException {
    if (messages.isEmpty()) {
      return Subject.newest(spec.source(), sample.orElseThrow());
    }
    var name = messages.get();
    return name.equals(PIPE)
        ? Subject.in("stdin", terminal.in().readAllBytes(), sample)
        : Subject.in(Path.of(name), sample);
  }
}
