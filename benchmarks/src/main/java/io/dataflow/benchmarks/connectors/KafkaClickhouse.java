package io.dataflow.benchmarks.connectors;

import io.dataflow.benchmarks.measure.Figures;
import io.dataflow.benchmarks.measure.Home;
import io.dataflow.benchmarks.measure.JavaCommand;
import io.dataflow.benchmarks.measure.Machine;
import io.dataflow.benchmarks.measure.MeasuredProcess;
import io.dataflow.benchmarks.measure.Report;
import io.dataflow.benchmarks.measure.Spread;
import io.dataflow.benchmarks.measure.Table;
import io.dataflow.benchmarks.measure.WorkFolder;
import io.dataflow.benchmarks.orders.Form;
import io.dataflow.benchmarks.orders.OrderTopic;
import io.dataflow.benchmarks.throughput.GroupWatch;
import io.dataflow.testbed.KafkaServer;
import io.dataflow.testbed.clickhouse.ClickHouseServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `benchmarks/connectors`: records from a topic into a ClickHouse table, by this processor and by
/// the loop by hand, in one go on one machine.
@Command(
    name = "connectors",
    mixinStandardHelpOptions = true,
    showDefaultValues = true,
    description = "Kafka to ClickHouse: this processor and the loop by hand.")
public final class KafkaClickhouse implements Callable<Integer> {
  static final String COLUMNS = "id, customer, email, card, amount, status, created, note";

  private static final Duration LIMIT = Duration.ofMinutes(30);
  private static final String TABLE =
      """
      CREATE TABLE orders (id Int64, customer String, email String, card String,
        amount Decimal(12, 2), status String, created DateTime64(3, 'UTC'), note String,
        written DateTime64(6, 'UTC') DEFAULT now64(6)) ENGINE = MergeTree ORDER BY id
      """;
  private static final String METHOD =
      """
      JSON records of about 190 bytes, no steps, a table of 8 columns. One broker and one ClickHouse
      on the same machine, all on loopback; they take turns, round by round, and each run is
      checked. records/s: all records by the time from the moment the consumer group has its
      partitions to the last row's `DEFAULT now64(6)`. The loop sends RowBinary, which asks the
      server for less than RowBinaryWithDefaults.
      """;

  @Option(names = "--records", paramLabel = "N", description = "Records in the topic.")
  private long records = 1_000_000;

  @Option(names = "--runs", paramLabel = "N", description = "Rounds.")
  private int runs = 3;

  @Option(names = "--shared", description = "Say in the results that the machine had other work.")
  private boolean shared;

  private int laps;

  private KafkaClickhouse() {}

  private record Result(double rate, double cpu, long peak) {}

  /// Runs it.
  public static void main(String[] args) {
    System.exit(new CommandLine(new KafkaClickhouse()).execute(args));
  }

  @Override
  public Integer call() throws Exception {
    try (var folder = WorkFolder.create();
        var kafka = KafkaServer.start();
        var clickhouse = ClickHouseServer.start()) {
      clickhouse.run(TABLE);
      var topic = new OrderTopic(Form.JSON, 1);
      topic.fill(kafka, records);
      var loop = new ArrayList<Result>();
      var processor = new ArrayList<Result>();
      for (int round = 0; round < runs; round++) {
        var group = "lap-" + ++laps;
        loop.add(
            run(kafka, clickhouse, group, loop(kafka, clickhouse, topic, group), folder.path()));
        group = "lap-" + ++laps;
        var command = processor(kafka, clickhouse, topic, group, folder.path());
        processor.add(run(kafka, clickhouse, group, command, folder.path()));
      }
      publish(loop, processor);
    }
    return 0;
  }

  private List<String> loop(
      KafkaServer kafka, ClickHouseServer clickhouse, OrderTopic topic, String group) {
    return JavaCommand.ofBenchmark(
            ClickhouseLoopProgram.class,
            List.of("-XX:+UseSerialGC", "-Xmx256m"),
            kafka.bootstrap(),
            topic.name(),
            group,
            clickhouse.address(),
            ClickHouseServer.USER,
            ClickHouseServer.PASSWORD,
            Long.toString(records))
        .words();
  }

  private static List<String> processor(
      KafkaServer kafka, ClickHouseServer clickhouse, OrderTopic topic, String group, Path folder)
      throws Exception {
    var manifest =
        """
        apiVersion: dataflow.dataflow.io/v1
        kind: DataFlow
        metadata: {name: benchmark}
        spec:
          source: {type: kafka, config: {brokers: ["%s"], topic: %s, consumerGroup: %s}}
          sink: {type: clickhouse, config: {connectionString: "%s", table: orders}}
        """
            .formatted(
                kafka.bootstrap(), topic.name(), group, clickhouse.connectionString("default"));
    var file = Files.writeString(folder.resolve(group + ".yaml"), manifest);
    return List.of(
        Home.folder().resolve("dataflow").toString(), "run", file.toString(), "--until-idle", "3s");
  }

  private Result run(
      KafkaServer kafka,
      ClickHouseServer clickhouse,
      String group,
      List<String> command,
      Path folder)
      throws Exception {
    clickhouse.run("TRUNCATE TABLE orders");
    try (var process = MeasuredProcess.start(command, Map.of(), folder.resolve(group + ".log"))) {
      var opened = new GroupWatch(kafka.bootstrap(), group).awaitAssignment(process);
      process.awaitEnd(LIMIT);
      var seen =
          clickhouse
              .run(
                  "SELECT count(), uniqExact(id), toUnixTimestamp64Milli(max(written)) FROM orders")
              .strip()
              .split("\t");
      if (Long.parseLong(seen[0]) != records || Long.parseLong(seen[1]) != records) {
        throw new IllegalStateException("there are " + seen[0] + " rows, not " + records);
      }
      var last = Instant.ofEpochMilli(Long.parseLong(seen[2]));
      var rate = records * 1000.0 / Duration.between(opened, last).toMillis();
      System.err.printf("benchmarks: %s %,.0f records/s%n", command.getFirst(), rate);
      return new Result(rate, process.cpuSeconds(), process.peak());
    }
  }

  private void publish(List<Result> loop, List<Result> processor) {
    var table = new Table("what", "records/s", "of the loop", "CPU s", "peak RSS");
    row(table, "the loop by hand, RowBinary", loop, loop);
    row(table, "this processor", processor, loop);
    new Report("connectors", "Connectors beside their limits", new Machine(shared))
        .paragraph("Records: " + Figures.whole(records) + "; rounds: " + runs + ".")
        .paragraph(METHOD)
        .table("Kafka to ClickHouse", table)
        .publish();
  }

  private static void row(Table table, String words, List<Result> own, List<Result> loop) {
    var ratios = new ArrayList<Double>();
    for (int i = 0; i < own.size(); i++) {
      ratios.add(own.get(i).rate() / loop.get(i).rate());
    }
    table.row(
        words,
        Figures.spread(Spread.of(own, Result::rate)),
        Figures.decimal(Spread.of(ratios, ratio -> ratio).median(), 2),
        Figures.decimal(Spread.of(own, Result::cpu).median(), 1),
        Figures.megabytes(Spread.of(own, Result::peak).median()));
  }
}
