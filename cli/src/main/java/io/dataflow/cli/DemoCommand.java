package io.dataflow.cli;

import io.dataflow.cli.demo.Demo;
import io.dataflow.cli.terminal.Terminal;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/// `dataflow demo`: a flow at work before anything is set up.
@Command(
    name = "demo",
    header = "Shows a flow at work, with servers of its own.",
    description = {
      "",
      "Starts a Kafka and a PostgreSQL, lets a made-up shop write orders into a topic, runs",
      "samples/demo/flow.yaml, and counts in the database that every record is where it belongs.",
      "Nothing stays behind.",
      "",
    },
    footer = {
      "",
      "Examples:",
      "  dataflow demo",
      "  dataflow demo --records 100000 --keep",
    })
final class DemoCommand implements Callable<Integer> {
  private final Terminal terminal;

  @ParentCommand private DataflowCommand dataflow;

  @Spec private CommandSpec spec;

  @Option(
      names = "--records",
      paramLabel = "N",
      defaultValue = "1000000",
      description = "How many orders the shop writes (default: ${DEFAULT-VALUE}).")
  private long records;

  @Option(
      names = "--rate",
      paramLabel = "N",
      defaultValue = "0",
      description = "Orders a second, at most; 0, the default, is as fast as it goes.")
  private long rate;

  @Option(
      names = "--keep",
      description = "Leave everything running at the end, with the addresses, until Ctrl-C.")
  private boolean keep;

  @Option(
      names = "--jolokia",
      paramLabel = "PORT",
      description = "Port of Jolokia on 127.0.0.1, for Hawtio; off when left out.")
  private Optional<Integer> jolokia = Optional.empty();

  DemoCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws Exception {
    refuseNegative("--records", records);
    refuseNegative("--rate", rate);
    new Logs(System.getenv(), dataflow.debug).forPeople(terminal);
    return new Demo(terminal, records, rate, keep, jolokia).run();
  }

  private void refuseNegative(String option, long number) {
    if (number < 0) {
      throw new ParameterException(
          spec.commandLine(), option + ": `" + number + "` is less than nothing.");
    }
  }
}
