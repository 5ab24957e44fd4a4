package io.dataflow.benchmarks.operator;

import io.dataflow.benchmarks.measure.Home;
import io.dataflow.benchmarks.measure.JavaCommand;
import io.dataflow.benchmarks.measure.MeasuredProcess;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The operator as a process of its own, with the heap that it must do with.
final class OperatorProcess implements AutoCloseable {
  private static final Pattern USED = Pattern.compile("(?:DefNew|Tenured) +total \\d+K, used (\\d+)K");

  private final MeasuredProcess process;

  private OperatorProcess(MeasuredProcess process) {
    this.process = process;
  }

  static OperatorProcess start(Path kubeconfig, Path log) {
    var lib = Home.folder().resolve("operator/target/dataflow-operator/lib");
    var command =
        new JavaCommand(
                options(),
                lib + "/*",
                "io.dataflow.operator.Main",
                List.of(
                    "--metrics-bind-address=127.0.0.1:0",
                    "--health-probe-bind-address=127.0.0.1:0"))
            .words();
    var environment = Map.of("KUBECONFIG", kubeconfig.toString(), "PROCESSOR_IMAGE", "processor:1");
    return new OperatorProcess(MeasuredProcess.start(command, environment, log));
  }

  private static List<String> options() {
    var all = new ArrayList<>(List.of("-Xmx256m", "-XX:+UseSerialGC"));
    Stream.of(System.getenv().getOrDefault("JAVA_OPTS", "").split(" "))
        .filter(Predicate.not(String::isBlank))
        .forEach(all::add);
    return all;
  }

  /// Bytes of the heap that are in use after a full collection.
  long heap() throws IOException, InterruptedException {
    jcmd("GC.run");
    var used = USED.matcher(jcmd("GC.heap_info")).results();
    return used.mapToLong(match -> Long.parseLong(match.group(1)) * 1024).sum();
  }

  private String jcmd(String word) throws IOException, InterruptedException {
    var tool = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
    var jcmd =
        new ProcessBuilder(tool, Long.toString(process.pid()), word)
            .redirectErrorStream(true)
            .start();
    var said = new String(jcmd.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (jcmd.waitFor() != 0) {
      throw new IllegalStateException("jcmd " + word + ": " + said);
    }
    return said;
  }

  double cpuSeconds() {
    return process.cpuSeconds();
  }

  void mustBeAlive() {
    process.mustBeAlive();
  }

  @Override
  public void close() {
    process.close();
  }
}
