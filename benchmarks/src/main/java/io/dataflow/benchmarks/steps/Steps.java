package io.dataflow.benchmarks.steps;

import io.dataflow.benchmarks.measure.Machine;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `benchmarks/steps`: the steps alone, without source, route and sink.
@Command(
    name = "steps",
    mixinStandardHelpOptions = true,
    showDefaultValues = true,
    description = "Chains of steps against loops written by hand.")
public final class Steps implements Callable<Integer> {
  @ArgGroup private Other other = new Other();

  @Option(names = "--rounds", paramLabel = "N", description = "Turns of each.")
  private int rounds = 15;

  @Option(names = "--millis", paramLabel = "N", description = "How long a turn is.")
  private long millis = 500;

  @Option(names = "--shared", description = "Say in the results that the machine had other work.")
  private boolean shared;

  private Steps() {}

  /// What may be measured instead of chains.
  private static final class Other {
    @Option(names = "--alone", description = "Each step alone instead.")
    private boolean alone;

    @Option(names = "--workers", description = "A chain by several threads instead.")
    private boolean workers;

    @Option(names = "--avro", description = "Avro into JSON instead.")
    private boolean avro;
  }

  /// Runs it.
  public static void main(String[] args) {
    System.exit(new CommandLine(new Steps()).execute(args));
  }

  @Override
  public Integer call() throws Exception {
    var machine = new Machine(shared);
    var length = Duration.ofMillis(millis);
    if (other.avro) {
      new AvroReport().publish(rounds, length, machine);
    } else if (other.alone) {
      AloneReport.publish(rounds, length, machine);
    } else if (other.workers) {
      WorkersReport.publish(rounds, length, machine);
    } else {
      ChainReport.publish(rounds, length, machine);
    }
    return 0;
  }
}
