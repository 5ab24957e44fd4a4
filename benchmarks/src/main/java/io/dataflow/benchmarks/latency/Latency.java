package io.dataflow.benchmarks.latency;

import io.dataflow.benchmarks.measure.Figures;
import io.dataflow.benchmarks.measure.Machine;
import io.dataflow.benchmarks.measure.Report;
import io.dataflow.benchmarks.measure.Table;
import io.dataflow.benchmarks.measure.WorkFolder;
import io.dataflow.benchmarks.orders.OrderTable;
import io.dataflow.benchmarks.orders.Servers;
import io.dataflow.benchmarks.throughput.Contestant;
import io.dataflow.benchmarks.throughput.HandLoop;
import io.dataflow.benchmarks.throughput.Lap;
import io.dataflow.benchmarks.throughput.Processor;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `benchmarks/latency`: from sending a record to the commit of its row.
@Command(
    name = "latency",
    mixinStandardHelpOptions = true,
    showDefaultValues = true,
    description = "From sending a record to Kafka to the commit of its row in PostgreSQL.")
public final class Latency implements Callable<Integer> {
  private static final String METHOD =
      """
      Orders of about 190 bytes are sent at a steady rate, each as soon as its moment comes; the flow
      has the steps mask, remove and timestamp and no `batchSize`. A delay begins right before the
      producer's `send` and ends with PostgreSQL's own record of the commit (`fsync` off). Producer,
      broker, database and contestant share the machine. The seconds of warming up do not count.
      """;

  private static final List<Contestant> CONTESTANTS =
      List.of(new HandLoop(), new Processor(OrderTable.ORDERS));

  @Option(names = "--rates", paramLabel = "N", split = ",", description = "Records a second.")
  private List<Integer> rates = List.of(1_000, 20_000);

  @Option(names = "--warm-up", paramLabel = "S", description = "Seconds that do not count.")
  private int warmUp = 20;

  @Option(names = "--seconds", paramLabel = "S", description = "Seconds that count.")
  private int seconds = 30;

  @Option(names = "--shared", description = "Say in the results that the machine had other work.")
  private boolean shared;

  private Latency() {}

  /// Runs it.
  public static void main(String[] args) {
    System.exit(new CommandLine(new Latency()).execute(args));
  }

  @Override
  public Integer call() throws Exception {
    var report =
        new Report("latency", "From the topic to the table", new Machine(shared)).paragraph(METHOD);
    int number = 0;
    for (int rate : rates) {
      var table = new Table("what", "p50 ms", "p99 ms", "p99.9 ms", "longest ms");
      for (var contestant : CONTESTANTS) {
        var delays = run(contestant, new LatencyRun(rate, warmUp, seconds), ++number);
        System.err.printf(
            "benchmarks: %s: p99 %.1f ms%n", contestant.words(), delays.percentile(0.99));
        table.row(
            contestant.words(),
            Figures.decimal(delays.percentile(0.5), 1),
            Figures.decimal(delays.percentile(0.99), 1),
            Figures.decimal(delays.percentile(0.999), 1),
            Figures.decimal(delays.percentile(1), 1));
      }
      report.table(Figures.whole(rate) + " records a second", table);
    }
    report.publish();
    return 0;
  }

  private static Delays run(Contestant contestant, LatencyRun run, int number) throws Exception {
    try (var folder = WorkFolder.create();
        var servers = Servers.start()) {
      return run.of(contestant, servers, new Lap(servers, folder.path(), number, 1, run.records()));
    }
  }
}
