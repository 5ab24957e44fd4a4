package io.dataflow.benchmarks.throughput;

import io.dataflow.benchmarks.measure.Figures;
import io.dataflow.benchmarks.measure.Machine;
import io.dataflow.benchmarks.measure.Report;
import io.dataflow.benchmarks.measure.WorkFolder;
import io.dataflow.benchmarks.orders.Servers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `benchmarks/kafka-postgresql`: records from a topic through three steps into a table, by
/// everybody who can do that, in one go on one machine.
@Command(
    name = "kafka-postgresql",
    mixinStandardHelpOptions = true,
    showDefaultValues = true,
    description = "Kafka to PostgreSQL: this processor, the loop by hand, the ceiling, a peer.")
public final class KafkaPostgresql implements Callable<Integer> {
  private static final String METHOD =
      """
      JSON records of about 190 bytes, mask, remove and timestamp, a table of 8 columns without a
      key, but for `upsert`, which has a primary key that is new to the table with every record,
      and raw mode, whose table is the one that `autoCreateTable` makes, with and without its index.
      One broker and one PostgreSQL (`fsync` off) on the same machine as the contestants, all on
      loopback; each contestant is a process of its own, and they take turns, round by round.
      Every run is checked: exactly these rows, with the steps done.

      records/s: all records by the time from the first poll (the moment the consumer group has
      its partitions) to the last commit (PostgreSQL's own record of it); the start of the JVM is
      left out for all alike, its warming up is not. `of the loop`: median of the ratios of the
      same round. `from first row on`: without the first transaction and what came before it.
      `wall s` begins with the start of the process, and CPU and memory are the whole process's,
      its start included. The loop and the ceiling have the processor's collector and heap, Kafka
      Connect those of its own start script.
      """;

  @Option(names = "--records", paramLabel = "N", description = "Records in each topic.")
  private long records = 1_000_000;

  @Option(
      names = "--partitions",
      paramLabel = "N",
      split = ",",
      description = "Partitions of the topic, one table of results for each.")
  private List<Integer> partitions = List.of(1, 3);

  @Option(names = "--runs", paramLabel = "N", description = "Rounds.")
  private int runs = 3;

  @Option(
      names = "--only",
      paramLabel = "WHAT",
      split = ",",
      description = "Who takes part: ${COMPLETION-CANDIDATES}.")
  private List<Entry> entries = List.of(Entry.values());

  @Option(names = "--outage", description = "Also stop PostgreSQL for 20 s in the middle of a run.")
  private boolean outage;

  @Option(names = "--shared", description = "Say in the results that the machine had other work.")
  private boolean shared;

  private KafkaPostgresql() {}

  /// Runs it.
  public static void main(String[] args) {
    var command = new CommandLine(new KafkaPostgresql()).setCaseInsensitiveEnumValuesAllowed(true);
    System.exit(command.execute(args));
  }

  @Override
  public Integer call() throws Exception {
    try (var folder = WorkFolder.create();
        var servers = Servers.start()) {
      run(servers, folder.path()).publish();
    }
    return 0;
  }

  private Report run(Servers servers, Path folder) throws Exception {
    var track = new Track(servers, folder, records);
    var rows = track.writeRows();
    var contestants =
        entries.stream().map(entry -> entry.contestant(rows)).flatMap(Optional::stream).toList();
    var wanted = new Warmup(new Ceiling(rows)).content(track.lap(0));
    var report =
        new Report("kafka-postgresql", "Kafka to PostgreSQL", new Machine(shared))
            .paragraph("Records: " + Figures.whole(records) + "; rounds: " + runs + ".")
            .paragraph(METHOD);
    for (var count : partitions) {
      track.fillTopics(contestants, count);
      var tables = new Tables(track.race(contestants, count, runs, wanted));
      var heading = count + (count == 1 ? " partition" : " partitions");
      report.table(heading, tables.speed());
      tables.rawMode().ifPresent(it -> report.table("Raw mode beside plain mode, " + heading, it));
      report.table("Memory, " + heading, tables.memory());
    }
    if (outage) {
      Track.say("outage");
      var table = new Outage(Duration.ofSeconds(20));
      report.table("Without a sink", table.run(track.lap(partitions.getFirst()), fullTable(rows)));
    }
    return report;
  }

  /// A table takes about as much room as the file that was copied into it.
  private static long fullTable(Path rows) throws Exception {
    return Files.size(rows);
  }
}
