package io.dataflow.benchmarks.operator;

import io.dataflow.benchmarks.measure.Home;
import io.dataflow.benchmarks.measure.MeasuredProcess;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// The operator as a process of its own, with the heap that it must do with.
final class OperatorProcess implements AutoCloseable {
  private static final Pattern USED =
      Pattern.compile("(?:DefNew|Tenured) +total \\d+K, used (\\d+)K");

  private final MeasuredProcess process;

  private OperatorProcess(MeasuredProcess process) {
    this.process = process;
  }

  /// Starts it with the image's options, its small Java and its ahead-of-time cache apart.
  ///
  /// @param folder where its files are laid out as in the image
  static OperatorProcess start(Path folder, Path kubeconfig) throws IOException {
    var image = Files.createDirectory(folder.resolve("image"));
    Files.copy(Home.folder().resolve("image/start"), image.resolve("start"));
    Files.createSymbolicLink(image.resolve("jre"), Path.of(System.getProperty("java.home")));
    Files.createSymbolicLink(
        image.resolve("operator"), Home.folder().resolve("operator/target/dataflow-operator/lib"));
    var command =
        List.of(
            "/bin/sh",
            image.resolve("start").toString(),
            "operator",
            "io.dataflow.operator.Main",
            "--metrics-bind-address=127.0.0.1:0",
            "--health-probe-bind-address=127.0.0.1:0");
    var options = "-Xmx256m " + System.getenv().getOrDefault("JAVA_OPTS", "");
    var environment =
        Map.of(
            "JAVA_OPTS",
            options,
            "KUBECONFIG",
            kubeconfig.toString(),
            "PROCESSOR_IMAGE",
            "processor:1");
    return new OperatorProcess(
        MeasuredProcess.start(command, environment, folder.resolve("operator.log")));
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
