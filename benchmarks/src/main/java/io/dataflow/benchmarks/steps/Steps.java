package io.dataflow.benchmarks.steps;

import io.dataflow.benchmarks.measure.Figures;
import io.dataflow.benchmarks.measure.Machine;
import io.dataflow.benchmarks.measure.Report;
import io.dataflow.benchmarks.measure.Table;
import java.util.Collection;
import java.util.concurrent.Callable;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `benchmarks/steps`: the steps alone, without source, route and sink.
@Command(
    name = "steps",
    mixinStandardHelpOptions = true,
    showDefaultValues = true,
    description = "The chain of steps against loops written by hand.")
public final class Steps implements Callable<Integer> {
  private static final String METHOD =
      """
      filter, mask, remove, timestamp and select over batches of JSON records of about 190 bytes,
      from the bytes that came to the bytes that go; a quarter of the records is filtered away.
      One thread, JMH, records of the batch by its mean time. `ratio`: the processor's steps by
      this way.
      """;

  private static final String AVRO =
      """
      Orders of 8 fields from Avro's binary form to the bytes of their JSON: a decimal, a timestamp,
      an enum, a union and an array among them. The loop by hand reads with Avro's GenericDatumReader
      and writes with Jackson's generator. One thread, JMH. `ratio`: the processor by this way.
      """;

  @Option(names = "--avro", description = "Avro into JSON instead of the steps.")
  private boolean avro;

  @Option(names = "--forks", paramLabel = "N", description = "Fresh JVMs for each figure.")
  private int forks = 2;

  @Option(names = "--iterations", paramLabel = "N", description = "Seconds measured in each.")
  private int iterations = 5;

  @Option(names = "--profile", paramLabel = "NAME", description = "A profiler of JMH: gc, stack.")
  private String profiler = "";

  @Option(names = "--shared", description = "Say in the results that the machine had other work.")
  private boolean shared;

  private Steps() {}

  /// Runs it.
  public static void main(String[] args) {
    System.exit(new CommandLine(new Steps()).execute(args));
  }

  @Override
  public Integer call() throws Exception {
    new Agreement().mustHold();
    AvroBenchmark.mustAgree();
    var options =
        new OptionsBuilder()
            .include(avro ? AvroBenchmark.class.getName() : StepsBenchmark.class.getName())
            .jvmArgs("-XX:+UseSerialGC", "-Xmx256m")
            .forks(forks)
            .warmupIterations(iterations)
            .warmupTime(TimeValue.seconds(1))
            .measurementIterations(iterations)
            .measurementTime(TimeValue.seconds(1));
    if (!profiler.isEmpty()) {
      options.addProfiler(profiler);
    }
    var results = new Runner(options.build()).run();
    if (avro) {
      publishAvro(results);
      return 0;
    }
    var report = new Report("steps", "The chain of steps", new Machine(shared)).paragraph(METHOD);
    for (var batch : new int[] {500, 5000}) {
      report.table("Batches of " + batch, table(results, batch));
    }
    report.publish();
    return 0;
  }

  private void publishAvro(Collection<RunResult> results) {
    var table = new Table("what", "records/s", "ratio");
    double ours = rate(results, "processor");
    table.row("the processor", Figures.whole(ours), Figures.decimal(1, 2));
    double loop = rate(results, "loop");
    table.row("loop by hand", Figures.whole(loop), Figures.decimal(ours / loop, 2));
    new Report("avro", "Avro in", new Machine(shared))
        .paragraph(AVRO)
        .table("Orders", table)
        .publish();
  }

  private static double rate(Collection<RunResult> results, String method) {
    return results.stream()
        .filter(result -> result.getParams().getBenchmark().endsWith("." + method))
        .mapToDouble(result -> 1e6 / result.getPrimaryResult().getScore())
        .findFirst()
        .orElseThrow();
  }

  private static Table table(Collection<RunResult> results, int batch) {
    var chain = rate(results, batch, Way.CHAIN);
    var table = new Table("what", "records/s", "ratio");
    for (var way : Way.values()) {
      var rate = rate(results, batch, way);
      table.row(way.words(), Figures.whole(rate), Figures.decimal(chain / rate, 2));
    }
    return table;
  }

  private static double rate(Collection<RunResult> results, int batch, Way way) {
    return results.stream()
        .filter(result -> result.getParams().getParam("batch").equals(Integer.toString(batch)))
        .filter(result -> result.getParams().getParam("way").equals(way.name()))
        .mapToDouble(result -> batch * 1e6 / result.getPrimaryResult().getScore())
        .findFirst()
        .orElseThrow();
  }
}
