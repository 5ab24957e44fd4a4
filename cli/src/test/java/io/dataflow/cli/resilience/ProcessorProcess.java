package io.dataflow.cli.resilience;

import io.dataflow.cli.Main;
import io.dataflow.testbed.server.Await;
import io.dataflow.testbed.server.Ports;
import io.dataflow.testbed.server.ServerException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// One life of the processor as a process of its own, which can be killed as a node or a person
/// kills it. It does not outlive the test.
final class ProcessorProcess implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private final Process process;
  private final Path log;
  private final int port;
  private final Thread guard;

  private ProcessorProcess(Process process, Path log, int port) {
    this.process = process;
    this.log = log;
    this.port = port;
    this.guard = new Thread(process::destroyForcibly, "processor-guard");
    Runtime.getRuntime().addShutdownHook(guard);
  }

  /// What a pod runs, with this manifest: `dataflow processor`.
  static ProcessorProcess pod(Path manifest, String... more) {
    return pod(manifest, Map.of(), more);
  }

  /// The same with more in its environment.
  static ProcessorProcess pod(Path manifest, Map<String, String> environment, String... more) {
    var words = List.of("processor", "--spec-path", manifest.toString());
    return start(manifest, words, environment, more);
  }

  /// What a person runs, with this manifest: `dataflow run`.
  static ProcessorProcess run(Path manifest, String... more) {
    return start(manifest, List.of("run", manifest.toString()), Map.of(), more);
  }

  private static ProcessorProcess start(
      Path manifest, List<String> words, Map<String, String> environment, String... more) {
    var port = Ports.free();
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of("-Xmx384m", "-Xshare:auto", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    command.addAll(options(environment));
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
    command.addAll(words);
    command.addAll(List.of("--port", Integer.toString(port)));
    if (words.getFirst().equals("processor")) {
      command.addAll(List.of("--bind-address", "127.0.0.1"));
    }
    command.addAll(List.of(more));
    try {
      var log = Files.createTempFile(manifest.getParent(), "processor", ".log");
      var builder = new ProcessBuilder(command).redirectErrorStream(true);
      builder.environment().putAll(environment);
      return new ProcessorProcess(builder.redirectOutput(log.toFile()).start(), log, port);
    } catch (IOException failure) {
      throw new AssertionError(failure);
    }
  }

  /// As the launcher does: they win over its own.
  private static List<String> options(Map<String, String> environment) {
    return Stream.of(environment.getOrDefault("JAVA_OPTS", "").split(" "))
        .filter(word -> !word.isEmpty())
        .toList();
  }

  /// Ends it at once and without its knowing (SIGKILL).
  void kill() {
    process.destroyForcibly().onExit().join();
  }

  /// Asks it to end (SIGTERM) and returns its exit code.
  int terminate() {
    process.destroy();
    return end();
  }

  /// Whether it has not ended.
  boolean runs() {
    return process.isAlive();
  }

  /// Waits until it has ended by itself and returns its exit code.
  int end() {
    try {
      if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
        throw new AssertionError("still running after " + PATIENCE + ":\n" + output());
      }
      return process.exitValue();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new AssertionError(stopped);
    }
  }

  /// Waits for something that it is to bring about, as long as it runs.
  void until(String what, Await.Condition condition) {
    try {
      Await.until(what, PATIENCE, () -> !process.isAlive() || condition.holds());
    } catch (ServerException late) {
      throw new AssertionError(late.getMessage() + "; it said:\n" + output(), late);
    }
    if (!process.isAlive()) {
      throw new AssertionError(
          "ended with " + process.exitValue() + " before " + what + ":\n" + output());
    }
  }

  /// The answer of one of its probes: `/readyz`.
  HttpResponse<String> get(String path) throws IOException, InterruptedException {
    var uri = URI.create("http://127.0.0.1:" + port + path);
    var request = HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(10)).build();
    return CLIENT.send(request, BodyHandlers.ofString());
  }

  /// Whether source and sinks can be reached, as it says itself.
  boolean isReady() throws IOException, InterruptedException {
    return get("/readyz").statusCode() == 200;
  }

  /// The sum of a metric over all its labels.
  double metric(String name) throws IOException, InterruptedException {
    return get("/metrics")
        .body()
        .lines()
        .filter(line -> line.startsWith(name + "{"))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
        .sum();
  }

  /// All that it has said.
  String output() {
    try {
      return Files.readString(log);
    } catch (IOException failure) {
      throw new AssertionError(failure);
    }
  }

  @Override
  public void close() {
    kill();
    Runtime.getRuntime().removeShutdownHook(guard);
  }
}
