package io.dataflow.cli;

import io.dataflow.api.json.Json;
import io.dataflow.api.json.JsonException;
import io.dataflow.api.json.JsonObject;
import io.dataflow.cli.chaos.ChaosFlow;
import io.dataflow.cli.chaos.ChaosOptions;
import io.dataflow.cli.chaos.ChaosSession;
import io.dataflow.cli.picture.FlowPicture;
import io.dataflow.cli.terminal.CommandException;
import io.dataflow.cli.terminal.Terminal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `dataflow chaos`: whether a flow keeps its promises when everything around it fails.
@Command(
    name = "chaos",
    header = "Kills a flow again and again, and counts what its sinks hold.",
    description = {
      "",
      "Starts servers of its own like those of the flow, with its topics and tables, and feeds its",
      "source with numbered records. Meanwhile processors are killed at chosen moments, servers",
      "are restarted and connections are cut. At the end every record is counted: lost, repeated,",
      "out of order, in the wrong place. The exit code is 0 only when every promise was kept. The",
      "servers that the flow names are not touched.",
      "",
    },
    footer = {
      "",
      "Examples:",
      "  dataflow chaos flow.yaml --kills 20",
      "  dataflow chaos flow.yaml --kills 20 --seed 4711",
      "  dataflow chaos samples/kafka-to-postgresql/flow.yaml --number-field id",
    })
final class ChaosCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "FILE", description = "A manifest or a spec.json.")
  private String file;

  @Option(
      names = "--kills",
      paramLabel = "N",
      defaultValue = "20",
      description = "How many processors are killed (default: ${DEFAULT-VALUE}).")
  private int kills;

  @Option(
      names = "--seed",
      paramLabel = "S",
      description = "What all choices come from; printed, so that a run can be made again.")
  private Optional<Long> seed = Optional.empty();

  @Option(
      names = "--rate",
      paramLabel = "N",
      defaultValue = "1000",
      description = "Records a second that the source is fed with (default: ${DEFAULT-VALUE}).")
  private int rate;

  @Option(
      names = "--number-field",
      paramLabel = "NAME",
      defaultValue = ChaosOptions.NUMBER_FIELD,
      description =
          "Field by which records are told apart; the steps must keep it (default:"
              + " ${DEFAULT-VALUE}).")
  private String numberField;

  @Option(
      names = "--records",
      paramLabel = "FILE",
      description =
          "Messages as the flow gets them, a JSON object a line; the generated ones look like"
              + " them.")
  private Optional<Path> like = Optional.empty();

  @Mixin private SecretsOption secrets;

  ChaosCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws Exception {
    refuseLessThanOne("--kills", kills);
    refuseLessThanOne("--rate", rate);
    var chosen = seed.orElseGet(() -> ThreadLocalRandom.current().nextLong(1, 1_000_000_000));
    var options = new ChaosOptions(kills, chosen, rate, numberField, messages(), secrets.folder());
    var flow = ChaosFlow.read(file, options);
    flow.check(options);
    terminal.lines(new FlowPicture(terminal, flow.flow().spec()).lines());
    terminal.line("");
    return new ChaosSession(terminal, options, file).run(flow);
  }

  private List<JsonObject> messages() {
    return like.map(this::messages).orElse(List.of());
  }

  private List<JsonObject> messages(Path path) {
    var messages = new ArrayList<JsonObject>();
    try {
      for (var line : Files.readAllLines(path)) {
        if (!line.isBlank()) {
          messages.add(object(path, messages.size() + 1, line));
        }
      }
      return messages;
    } catch (IOException e) {
      throw new CommandException(path + ": cannot be read. Name a file of messages.", e);
    }
  }

  private static JsonObject object(Path path, int number, String line) {
    try {
      if (Json.parse(line.getBytes(StandardCharsets.UTF_8)) instanceof JsonObject object) {
        return object;
      }
    } catch (JsonException e) {
      throw new CommandException(notAnObject(path, number), e);
    }
    throw new CommandException(notAnObject(path, number));
  }

  private static String notAnObject(Path path, int number) {
    return path + ": message " + number + ": not a JSON object. Write one a line.";
  }

  private void refuseLessThanOne(String option, int number) {
    if (number < 1) {
      throw new ParameterException(
          spec.commandLine(), option + ": `" + number + "` is less than 1.");
    }
  }
}
