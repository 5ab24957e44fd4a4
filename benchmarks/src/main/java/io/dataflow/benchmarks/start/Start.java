package io.dataflow.benchmarks.start;

import io.dataflow.benchmarks.measure.Figures;
import io.dataflow.benchmarks.measure.Machine;
import io.dataflow.benchmarks.measure.Report;
import io.dataflow.benchmarks.measure.Spread;
import io.dataflow.benchmarks.measure.Table;
import io.dataflow.benchmarks.measure.WorkFolder;
import io.dataflow.benchmarks.orders.Servers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `benchmarks/start`: from the start of the process to the first record in the sink.
@Command(
    name = "start",
    mixinStandardHelpOptions = true,
    showDefaultValues = true,
    description = "From the start of the process to the first record in PostgreSQL.")
public final class Start implements Callable<Integer> {
  private static final int IDLE_RUNS = 3;
  private static final String METHOD =
      """
      `dataflow processor` with a flow from Kafka over three steps into PostgreSQL; one record waits in
      the topic. Both servers are on the same machine. Times begin with the start of the Java
      process; `ready` is `/readyz`, `first record` its commit by PostgreSQL's own record. The
      cache is trained with one run of the same flow. `idle` is ten seconds after the first record.
      Median (least – most); the variants take turns.
      """;

  @Option(names = "--runs", paramLabel = "N", description = "Starts of each variant.")
  private int runs = 10;

  @Option(names = "--explore", description = "Also options for Java that the launcher lacks.")
  private boolean explore;

  @Option(names = "--shared", description = "Say in the results that the machine had other work.")
  private boolean shared;

  private Start() {}

  /// Runs it.
  public static void main(String[] args) {
    System.exit(new CommandLine(new Start()).execute(args));
  }

  @Override
  public Integer call() throws Exception {
    try (var folder = WorkFolder.create();
        var servers = Servers.start()) {
      var course = Course.on(servers, folder.path());
      var options = new LinkedHashMap<Variant, List<String>>();
      var caches = new LinkedHashMap<Variant, Long>();
      for (var variant : explore ? Variant.all() : Variant.usual()) {
        options.put(variant, trained(course, variant, caches));
      }
      report(results(course, options), caches).publish();
    }
    return 0;
  }

  private static List<String> trained(Course course, Variant variant, Map<Variant, Long> caches)
      throws Exception {
    var options = new ArrayList<>(variant.options());
    if (variant.cached()) {
      Path cache = course.train(variant);
      caches.put(variant, Files.size(cache));
      options.add("-XX:AOTCache=" + cache);
    }
    return options;
  }

  private Map<Variant, List<StartResult>> results(Course course, Map<Variant, List<String>> options)
      throws Exception {
    var results = new LinkedHashMap<Variant, List<StartResult>>();
    for (var run = 1; run <= runs; run++) {
      for (var variant : options.keySet()) {
        var result = course.run(options.get(variant), run <= IDLE_RUNS);
        System.err.println(
            "benchmarks: " + variant.words() + ": " + result.first().toMillis() + " ms");
        results.computeIfAbsent(variant, _ -> new ArrayList<>()).add(result);
      }
    }
    return results;
  }

  private Report report(Map<Variant, List<StartResult>> results, Map<Variant, Long> caches) {
    var table =
        new Table(
            "what", "ready ms", "first record ms", "CPU s", "RSS then", "RSS idle", "cache file");
    results.forEach(
        (variant, starts) ->
            table.row(
                variant.words(),
                Figures.spread(Spread.of(starts, start -> start.ready().toMillis())),
                Figures.spread(Spread.of(starts, start -> start.first().toMillis())),
                Figures.decimal(Spread.of(starts, StartResult::cpuSeconds).median(), 1),
                Figures.megabytes(Spread.of(starts, StartResult::memory).median()),
                Figures.megabytes(idle(starts).median()),
                caches.containsKey(variant) ? Figures.megabytes(caches.get(variant)) : ""));
    return new Report("start", "From start to the first record", new Machine(shared))
        .paragraph(METHOD)
        .table(runs + " starts each", table);
  }

  private static Spread idle(List<StartResult> starts) {
    var waited = starts.subList(0, Math.min(IDLE_RUNS, starts.size()));
    return Spread.of(waited, StartResult::idle);
  }
}
