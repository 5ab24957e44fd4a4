package io.dataflow.cli.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataflow.cli.chaos.oracle.ChaosReport;
import io.dataflow.cli.chaos.oracle.SinkPlace;
import io.dataflow.cli.chaos.world.ChaosServers;
import io.dataflow.cli.terminal.Terminal;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Every pair of source and sink under kills, cuts and restarts, and those effectively once whose
/// position is in tables: the short form of `benchmarks/chaos`. The seed is printed;
/// `-Ddataflow.seed=…` makes the same choices again.
class ChaosTest {
  private static final int KILLS = Integer.getInteger("dataflow.chaos.kills", 10);

  /// Of a pair that is there at least once and effectively once.
  private static final int HALF = (KILLS + 1) / 2;

  private static final String ONCE = "delivery: effectivelyOnce\n";
  private static final int RATE = 500;

  private static ChaosServers servers;

  private final long seed = Long.getLong("dataflow.seed", System.nanoTime() % 1_000_000_000);
  private final StringWriter out = new StringWriter();
  @TempDir private Path folder;

  @BeforeAll
  static void startServers() {
    servers = ChaosServers.start();
  }

  @AfterAll
  static void stopServers() {
    servers.close();
  }

  @Test
  void fromKafkaToPostgresql() throws Exception {
    keepsItsPromises(HALF, kafkaToPostgresql("kp"));
  }

  @Test
  void fromKafkaToPostgresqlOnce() throws Exception {
    keepsItsPromises(HALF, kafkaToPostgresql("kp-once") + ONCE);
  }

  private static String kafkaToPostgresql(String name) {
    return flow(
        """
        {type: kafka, config: {brokers: ['kafka:9092'], topic: %1$s-in, consumerGroup: %1$s}}
        """
            .formatted(name),
        "{type: remove, config: {fields: [text]}}",
        """
        {type: postgresql, config: {connectionString: 'host=%s', table: shop.numbers}}
        """
            .formatted(name),
        """
        {type: postgresql, config: {connectionString: 'host=%s', table: rejected}}
        """
            .formatted(name));
  }

  @Test
  void fromKafkaToKafka() throws Exception {
    keepsItsPromises(
        KILLS,
        flow(
            """
            {type: kafka, config: {brokers: ['kafka:9092'], topic: kk-in, consumerGroup: kk}}
            """,
            "{type: timestamp, config: {fieldName: details.at}}",
            "{type: kafka, config: {brokers: ['kafka:9092'], topic: kk-out}}",
            "{type: kafka, config: {brokers: ['kafka:9092'], topic: kk-rejected}}"));
  }

  @Test
  void fromPostgresqlToKafka() throws Exception {
    keepsItsPromises(
        KILLS,
        flow(
            """
            {type: postgresql, config: {connectionString: 'host=pk', table: numbers, pollInterval: 1}}
            """,
            "{type: timestamp, config: {fieldName: details.at}}",
            "{type: kafka, config: {brokers: ['kafka:9092'], topic: pk-out}}",
            "{type: kafka, config: {brokers: ['kafka:9092'], topic: pk-rejected}}"));
  }

  @Test
  void fromPostgresqlToPostgresql() throws Exception {
    keepsItsPromises(HALF, postgresqlToPostgresql("pp"));
  }

  @Test
  void fromPostgresqlToPostgresqlOnce() throws Exception {
    keepsItsPromises(HALF, postgresqlToPostgresql("pp-once") + ONCE);
  }

  private static String postgresqlToPostgresql(String name) {
    return flow(
        """
        {type: postgresql, config: {connectionString: 'host=%s', table: numbers, pollInterval: 1}}
        """
            .formatted(name),
        "{type: remove, config: {fields: [text]}}",
        """
        {type: postgresql, config: {connectionString: 'host=%s-out', table: numbers}}
        """
            .formatted(name),
        """
        {type: postgresql, config: {connectionString: 'host=%s-out', table: rejected}}
        """
            .formatted(name));
  }

  private static String flow(String source, String step, String sink, String errors) {
    return """
    source: %s
    transformations:
      - %s
    sink: %s
    errors: %s
    replicas: %d
    """
        .formatted(
            source.strip(), step, sink.strip(), errors.strip(), source.contains("kafka") ? 2 : 1);
  }

  private void keepsItsPromises(int kills, String manifest) throws Exception {
    var file = Files.writeString(folder.resolve("spec.yaml"), manifest).toString();
    var usual = ChaosOptions.of(kills, seed);
    var options =
        new ChaosOptions(kills, seed, RATE, usual.numberField(), usual.like(), usual.secrets());
    var flow = ChaosFlow.read(file, options);
    var report = new Chaos(terminal(), options, folder).run(flow, servers);
    System.out.println("seed " + seed);
    report.lines().forEach(System.out::println);
    assertThat(report.wrongs()).as("seed %d%n%s", seed, out).isEmpty();
    assertThat(report.killed()).isEqualTo(kills);
    assertThat(planted(report)).as("poison that was planted").isPositive();
  }

  private static long planted(ChaosReport report) {
    return report.sinks().entrySet().stream()
        .filter(sink -> sink.getKey().name().equals(SinkPlace.ERRORS))
        .mapToLong(sink -> sink.getValue().expected())
        .sum();
  }

  private Terminal terminal() {
    return Terminal.plain(
        InputStream.nullInputStream(), new PrintWriter(out), new PrintWriter(out));
  }
}
