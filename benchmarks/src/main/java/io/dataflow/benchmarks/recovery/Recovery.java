package io.dataflow.benchmarks.recovery;

import io.dataflow.benchmarks.measure.Figures;
import io.dataflow.benchmarks.measure.Machine;
import io.dataflow.benchmarks.measure.Report;
import io.dataflow.benchmarks.measure.Spread;
import io.dataflow.benchmarks.measure.Table;
import io.dataflow.benchmarks.measure.WorkFolder;
import io.dataflow.benchmarks.orders.Servers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `benchmarks/recovery`: from the end of a processor to the next rows.
@Command(
    name = "recovery",
    mixinStandardHelpOptions = true,
    showDefaultValues = true,
    description = "From the end of a processor to the next committed rows of all partitions.")
public final class Recovery implements Callable<Integer> {
  private static final String METHOD =
      """
      `./dataflow run` from a topic of four partitions, to which 2000 records a second are sent
      all the time, into PostgreSQL. The time runs from the kill, or from the signal, until a row
      of each partition is committed, by PostgreSQL's own record; it holds the start of the next
      process, with its script and without an ahead-of-time cache unless there is one. The first
      line is such a start alone. Median (least – most); the endings take turns.
      """;

  @Option(names = "--runs", paramLabel = "N", description = "Trials of each ending.")
  private int runs = 5;

  @Option(names = "--shared", description = "Say in the results that the machine had other work.")
  private boolean shared;

  private Recovery() {}

  /// Runs it.
  public static void main(String[] args) {
    System.exit(new CommandLine(new Recovery()).execute(args));
  }

  @Override
  public Integer call() throws Exception {
    var results = new EnumMap<Ending, List<Duration>>(Ending.class);
    try (var folder = WorkFolder.create();
        var servers = Servers.start()) {
      for (var run = 1; run <= runs; run++) {
        for (var ending : Ending.values()) {
          var name = "recovery-" + run + "-" + ending.ordinal();
          var time = new Trial(servers, folder.path(), name, ending).run();
          System.err.println("benchmarks: " + ending.words() + ": " + time.toMillis() + " ms");
          results.computeIfAbsent(ending, _ -> new ArrayList<>()).add(time);
        }
      }
    }
    report(results).publish();
    return 0;
  }

  private Report report(Map<Ending, List<Duration>> results) {
    var table = new Table("what", "until rows of all partitions, ms");
    results.forEach(
        (ending, times) ->
            table.row(ending.words(), Figures.spread(Spread.of(times, Duration::toMillis))));
    return new Report(
            "recovery", "From the end of a processor to the next rows", new Machine(shared))
        .paragraph(METHOD)
        .table(runs + " trials each", table);
  }
}
