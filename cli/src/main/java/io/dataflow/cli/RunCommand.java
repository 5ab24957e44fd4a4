package io.dataflow.cli;

import io.dataflow.api.spec.DataFlow;
import io.dataflow.api.spec.FlowKind;
import io.dataflow.cli.manifest.FlowFile;
import io.dataflow.cli.manifest.Loading;
import io.dataflow.cli.manifest.TemplatesOption;
import io.dataflow.cli.picture.FlowPicture;
import io.dataflow.cli.progress.FlowProgress;
import io.dataflow.cli.terminal.Colour;
import io.dataflow.cli.terminal.Live;
import io.dataflow.cli.terminal.Terminal;
import io.dataflow.cli.trigger.RunFacts;
import io.dataflow.cli.trigger.TriggerChain;
import io.dataflow.runtime.FlowRunner;
import io.dataflow.runtime.checkpoint.CheckpointOptions;
import io.dataflow.runtime.flow.FlowOptions;
import io.dataflow.runtime.health.Status;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// `dataflow run`: a flow here and now, against the servers it names.
@Command(
    name = "run",
    header = "Runs a flow here and now, against the servers that it names.",
    description = {
      "",
      "Ctrl-C stops it well: what is read is written, the position is saved, the exit code is 0.",
      "Of a DataFlowCron it makes one run, which ends when the source is exhausted; Ctrl-C before",
      "that is exit code 1.",
      "",
    },
    footer = {
      "",
      "Example:",
      "  dataflow run flow.yaml --secrets ./secrets --until-idle 3s",
      "With `passwordSecretRef: {name: kafka, key: password}` in the flow, the password is read"
          + " from",
      "the file ./secrets/kafka/password.",
    })
final class RunCommand implements Callable<Integer> {
  private static final String HERE = "127.0.0.1";
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Terminal terminal;

  @ParentCommand private DataflowCommand dataflow;

  @Parameters(paramLabel = "FILE", description = "A manifest or a spec.json; - is what comes in.")
  private String file;

  @Mixin private SecretsOption secrets;
  @Mixin private TemplatesOption templates;

  @Option(
      names = "--until-idle",
      paramLabel = "TIME",
      converter = GoDurationConverter.class,
      description =
          "End when the source is read to its end and has brought nothing for so long: 3s.")
  private Optional<Duration> untilIdle = Optional.empty();

  @Option(
      names = "--checkpoint",
      paramLabel = "FILE",
      description = "Where the position of a polling source is kept between runs.")
  private Optional<Path> checkpoint = Optional.empty();

  @Option(
      names = "--port",
      paramLabel = "PORT",
      defaultValue = "0",
      description = "Port of /metrics, /livez and /readyz on 127.0.0.1; 0, the default, is any.")
  private int port;

  @Option(
      names = "--jolokia",
      paramLabel = "PORT",
      description = "Port of Jolokia on 127.0.0.1, for Hawtio; off when left out.")
  private Optional<Integer> jolokia = Optional.empty();

  @Option(
      names = "--camel-metrics",
      description = "Camel's own metrics of its routes beside the flow's.")
  private boolean camelMetrics;

  @Option(
      names = "--triggers",
      description = {
        "Run the commands of a DataFlowCron's triggers here, one after the other, when the run has",
        "succeeded; without it they are shown."
      })
  private boolean triggers;

  private final Instant started = Instant.now();
  private Optional<Status> ended = Optional.empty();

  RunCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws Exception {
    return switch (new FlowFile(file, terminal).load(secrets.values())) {
      case Loading.Loaded(var flow, var cron, var fingerprint) -> {
        var chain =
            new TriggerChain(
                cron.map(it -> it.spec().triggers()).orElse(List.of()), secrets.values(), terminal);
        if (triggers) {
          chain.refuseWhatCannotRunHere();
        }
        int code = run(flow, fingerprint, cron.isPresent());
        yield code == 0 && cron.isPresent() ? after(chain, flow) : code;
      }
      case Loading.Refused refused -> 1;
    };
  }

  /// What comes after a run that has succeeded.
  private int after(TriggerChain chain, DataFlow flow) throws IOException, InterruptedException {
    return triggers ? chain.run(RunFacts.of(flow, started, ended.orElseThrow())) : chain.show();
  }

  /// @param scheduled whether it is one run of several, with an end
  private int run(DataFlow flow, String fingerprint, boolean scheduled) throws Exception {
    new Logs(System.getenv(), dataflow.debug).forPeople(terminal);
    terminal.lines(new FlowPicture(terminal, flow.spec()).lines());
    var options =
        FlowOptions.of(flow.metadata().namespace(), flow.metadata().name())
            .withKind(scheduled ? FlowKind.DATA_FLOW_CRON : FlowKind.DATA_FLOW)
            .withPort(HERE, port)
            .withUntilIdle(scheduled ? untilIdle.or(() -> Optional.of(Duration.ZERO)) : untilIdle)
            .withCheckpoint(
                new CheckpointOptions(
                    checkpoint, Optional.empty(), CheckpointReset.of(flow, fingerprint)))
            .withMember(MemberName.ofRun(flow))
            .withConnectPatience(Optional.of(PATIENCE))
            .withExtensions(templates.beside(file))
            .withJolokia(jolokia)
            .withCamelMetrics(camelMetrics);
    return new FlowRun(flow.spec(), options, () -> {}, scheduled).untilEnd(this::show);
  }

  /// Progress while it runs; at the end how it went.
  private AutoCloseable show(FlowRunner runner) {
    terminal.line("  metrics: http://" + HERE + ":" + runner.port() + "/metrics");
    var progress = new FlowProgress(terminal, runner);
    var live = new Live(terminal, progress::lines, progress::line);
    return () -> {
      live.close();
      ended = Optional.of(runner.status());
      runner
          .failure()
          .ifPresentOrElse(
              why -> terminal.err().println(terminal.paint(Colour.RED, "dataflow: ") + why),
              () -> terminal.line(terminal.paint(Colour.GREEN, "  ended well")));
    };
  }
}
