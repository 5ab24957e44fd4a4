package io.dataflow.cli;

import io.dataflow.api.model.secret.Secrets;
import io.dataflow.api.spec.DataFlow;
import io.dataflow.api.spec.FlowKind;
import io.dataflow.cli.manifest.FlowFile;
import io.dataflow.cli.manifest.Loading;
import io.dataflow.cli.terminal.CommandException;
import io.dataflow.cli.terminal.Terminal;
import io.dataflow.runtime.FlowRunner;
import io.dataflow.runtime.checkpoint.CheckpointOptions;
import io.dataflow.runtime.cluster.Cluster;
import io.dataflow.runtime.flow.FlowOptions;
import io.dataflow.runtime.health.LastWords;
import io.dataflow.runtime.health.Status;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/// `dataflow processor`: exactly what a pod runs.
@Command(
    name = "processor",
    header = "Runs a flow as its pod does: until SIGTERM, or with --until-exhausted to its end.",
    description = {
      "",
      "Environment: LOG_LEVEL (debug, info, warn, error), PROCESSOR_PROGRESS_TIMEOUT_SECONDS (when",
      "/livez says that nothing moves; 0 is never; 3600 by default), BIND_ADDRESS (what",
      "--bind-address is by default), CAMEL_METRICS (true or false), CAMEL_ALLOW (components",
      "that are refused as a rule, with commas between them).",
      "",
    },
    footer = {
      "",
      "Example:",
      "  dataflow processor --spec-path spec.json --namespace shop --name orders",
    })
final class ProcessorCommand implements Callable<Integer> {
  private static final String UNFINISHED = "Stopped before the source was exhausted.";

  private final Terminal terminal;
  private final Map<String, String> environment;

  @ParentCommand private DataflowCommand dataflow = new DataflowCommand();

  @Option(
      names = "--spec-path",
      paramLabel = "FILE",
      description = "What the flow does (default: ${DEFAULT-VALUE}).")
  private String specPath = "/etc/dataflow/spec.json";

  @Option(names = "--namespace", paramLabel = "NAME", description = "The flow's namespace.")
  private String namespace = "";

  @Option(names = "--name", paramLabel = "NAME", description = "The flow's name.")
  private String name = "";

  @Option(
      names = "--kind",
      paramLabel = "KIND",
      description =
          "DataFlow or DataFlowCron, which have positions of their own (default: DataFlow).")
  private String kind = FlowKind.DATA_FLOW.kind();

  @Option(
      names = "--secrets-path",
      paramLabel = "DIR",
      description = "Where values of Secrets are: DIR/<secret>/<key> (default: ${DEFAULT-VALUE}).")
  private Path secretsPath = Path.of("/etc/dataflow-secrets");

  @Option(names = "--templates-path", paramLabel = "DIR", description = "Templates: DIR/*.yaml.")
  private Path templatesPath = Path.of("/etc/dataflow-templates");

  @Option(
      names = "--checkpoint",
      paramLabel = "FILE",
      description = {
        "Where the position of a polling source is kept between runs (default: in a cluster the",
        "ConfigMap df-NAME-checkpoint or dfc-NAME-checkpoint, else nowhere)."
      })
  private Optional<Path> checkpoint = Optional.empty();

  @Option(
      names = "--until-exhausted",
      description = {
        "End, with exit code 0, when the source has given all that it has and all of it is"
            + " written:",
        "a poll of a table found no row, a query without a cursor was read once."
      })
  private boolean untilExhausted;

  @Option(
      names = "--bind-address",
      paramLabel = "ADDRESS",
      description = "Address of probes and metrics (default: $BIND_ADDRESS, else all).")
  private String bindAddress = "";

  @Option(
      names = "--port",
      paramLabel = "PORT",
      description = "Port of probes and metrics (default: ${DEFAULT-VALUE}).")
  private int port = 9090;

  @Option(
      names = "--jolokia",
      paramLabel = "PORT",
      description = "Port of Jolokia on 127.0.0.1, for Hawtio; off when left out.")
  private Optional<Integer> jolokia = Optional.empty();

  @Option(
      names = "--camel-metrics",
      description = "Camel's own metrics of its routes beside the flow's (default: CAMEL_METRICS).")
  private boolean camelMetrics;

  @Option(names = "--zap-log-level", hidden = true, description = "What is logged; LOG_LEVEL wins.")
  private String level = "info";

  @Option(
      names = {"--zap-devel", "--zap-encoder", "--zap-stacktrace-level", "--zap-time-encoding"},
      hidden = true,
      arity = "0..1",
      description = "Accepted, because manifests in the field have them, and without effect.")
  private List<String> zap = List.of();

  ProcessorCommand(Terminal terminal, Map<String, String> environment) {
    this.terminal = terminal;
    this.environment = environment;
  }

  /// Takes the words of a pod's command as they are always written: known flags in the form
  /// `--name=value`. Reading them so takes a hundredth of the time that the library for command
  /// lines needs to start, and a pod starts often.
  ///
  /// @return whether all of them were taken; what is left over is the library's to explain
  boolean takes(List<String> words) {
    return words.stream().allMatch(this::takes);
  }

  private boolean takes(String word) {
    if (word.equals("--until-exhausted")) {
      untilExhausted = true;
      return true;
    }
    int end = word.indexOf('=');
    var value = word.substring(end + 1);
    switch (word.substring(0, Math.max(0, end))) {
      case "--spec-path" -> specPath = value;
      case "--namespace" -> namespace = value;
      case "--name" -> name = value;
      case "--kind" -> kind = value;
      case "--secrets-path" -> secretsPath = Path.of(value);
      case "--templates-path" -> templatesPath = Path.of(value);
      case "--checkpoint" -> checkpoint = Optional.of(Path.of(value));
      case "--bind-address" -> bindAddress = value;
      case "--port" -> {
        if (!value.matches("[0-9]{1,5}")) {
          return false;
        }
        port = Integer.parseInt(value);
      }
      case "--zap-log-level" -> level = value;
      default -> {
        return false;
      }
    }
    return true;
  }

  @Override
  public Integer call() throws Exception {
    new Logs(environment, dataflow.debug).forCluster(level);
    var words = LastWords.of(environment);
    try {
      return switch (new FlowFile(specPath, terminal).load(Secrets.directory(secretsPath))) {
        case Loading.Loaded(var flow, var _, var fingerprint) -> run(flow, fingerprint, words);
        case Loading.Refused(var why) -> {
          words.say(Status.failed(why));
          yield 1;
        }
      };
    } catch (Exception | Error e) {
      words.say(Status.failed(Failure.message(e)));
      throw e;
    }
  }

  private int run(DataFlow flow, String fingerprint, LastWords words) throws Exception {
    var metadata = flow.metadata();
    var space = namespace.isEmpty() ? metadata.namespace() : namespace;
    var options =
        FlowOptions.of(space, name.isEmpty() ? metadata.name() : name)
            .withKind(FlowKind.of(kind).orElseThrow(this::unknownKind))
            .withMember(MemberName.ofPod(environment, space))
            .withPort(settings().bindAddress(bindAddress), port)
            .withUntilIdle(untilExhausted ? Optional.of(Duration.ZERO) : Optional.empty())
            .withCheckpoint(checkpoint(flow, fingerprint))
            .withProgressTimeout(settings().progressTimeout())
            .withExtensions(settings().extensions(templatesPath))
            .withJolokia(jolokia)
            .withCamelMetrics(camelMetrics || settings().camelMetrics());
    return new FlowRun(flow.spec(), options, () -> words.say(early()), untilExhausted)
        .untilEnd(runner -> () -> ended(runner, words));
  }

  private CommandException unknownKind() {
    return new CommandException(
        "--kind: `" + kind + "` is not known. Write DataFlow or DataFlowCron.");
  }

  private ProcessorEnvironment settings() {
    return new ProcessorEnvironment(environment);
  }

  private CheckpointOptions checkpoint(DataFlow flow, String fingerprint) {
    var asked = settings().reset().or(() -> CheckpointReset.of(flow, fingerprint));
    return new CheckpointOptions(checkpoint, Cluster.of(environment), asked);
  }

  private Status early() {
    return untilExhausted ? Status.failed(UNFINISHED) : Status.stopped();
  }

  private void ended(FlowRunner runner, LastWords words) {
    runner.failure().ifPresent(why -> terminal.err().println("dataflow: " + why));
    boolean unfinished = untilExhausted && !runner.isExhausted() && runner.failure().isEmpty();
    words.say(unfinished ? runner.status().unfinished(UNFINISHED) : runner.status());
  }
}
