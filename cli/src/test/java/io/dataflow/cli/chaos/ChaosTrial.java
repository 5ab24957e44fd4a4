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

/// A flow under a few kills. The seed is printed; `-Ddataflow.seed=…` makes the same choices again.
///
/// @param folder for the manifest, the position and the logs
record ChaosTrial(ChaosServers servers, Path folder) {
  /// Of a pair that is there once.
  static final int KILLS = Integer.getInteger("dataflow.chaos.kills", 5);

  /// Of a pair that is there in two ways, or shares a source or a sink with others.
  static final int HALF = (KILLS + 1) / 2;

  static final String ONCE = "delivery: effectivelyOnce\n";
  private static final int RATE = 500;

  static String flow(String source, String step, String sink, String errors) {
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

  void keepsItsPromises(int kills, String manifest) throws Exception {
    long seed = Long.getLong("dataflow.seed", System.nanoTime() % 1_000_000_000);
    var out = new StringWriter();
    var file = Files.writeString(folder.resolve("spec.yaml"), manifest).toString();
    var usual = ChaosOptions.of(kills, seed);
    var options =
        new ChaosOptions(kills, seed, RATE, usual.numberField(), usual.like(), usual.secrets());
    var flow = ChaosFlow.read(file, options);
    var report = new Chaos(terminal(out), options, folder).run(flow, servers);
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

  private static Terminal terminal(StringWriter out) {
    return Terminal.plain(
        InputStream.nullInputStream(), new PrintWriter(out), new PrintWriter(out));
  }
}
