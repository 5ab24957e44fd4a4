package io.dataflow.cli.chaos;

import io.dataflow.testbed.server.ServerProcess;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;

/// The processes of a flow: `dataflow processor`, each in a process of its own that can be killed
/// as a node or a person kills it. None outlives this program.
final class Processors implements AutoCloseable {
  private static final Duration STOP = Duration.ofSeconds(90);
  private static final int WORDS_MOST = 400;
  private static final int TERMINATED = 143;
  private static final String JAVA_ENDS = "Runtime.exit(";
  private static final String MAIN = "io.dataflow.cli.Main";

  private final Path folder;
  private final Path manifest;
  private final Optional<Path> secrets;
  private final Map<ServerProcess, String> running = new LinkedHashMap<>();
  private final Set<ServerProcess> terminated = new HashSet<>();
  private final List<String> ends = new ArrayList<>();
  private int started;

  /// @param folder for the position and the logs
  Processors(Path folder, Path manifest, Optional<Path> secrets) {
    this.folder = folder;
    this.manifest = manifest;
    this.secrets = secrets;
  }

  /// Starts one more, under the first name that none has who runs: as a container that is started
  /// again in its pod, it is known to the consumer group by the name of the one that has died.
  ServerProcess start() {
    var log = folder.resolve("processor-" + ++started + ".log");
    var name =
        Stream.iterate(0, i -> i + 1)
            .map(i -> "chaos-" + i)
            .filter(it -> !running.containsValue(it))
            .findFirst()
            .orElseThrow();
    var process = ServerProcess.start("a processor", command(name), log);
    running.put(process, name);
    return process;
  }

  private List<String> command(String name) {
    var command = new ArrayList<String>();
    command.addAll(List.of("env", "GROUP_INSTANCE_ID=" + name));
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx256m", "-Xms32m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    command.addAll(
        List.of("--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), MAIN, "processor"));
    command.add("--spec-path=" + manifest);
    command.add("--checkpoint=" + folder.resolve("position.json"));
    command.add("--bind-address=127.0.0.1");
    command.add("--port=0");
    secrets.ifPresent(path -> command.add("--secrets-path=" + path.toAbsolutePath()));
    return command;
  }

  /// Those that run. Whoever has ended by itself, which a processor never should, is noted.
  List<ServerProcess> running() {
    for (var process : List.copyOf(running.keySet())) {
      if (!process.runs()) {
        running.remove(process);
        noteEnd(process, process.end(STOP));
      }
    }
    return List.copyOf(running.keySet());
  }

  private void noteEnd(ServerProcess process, OptionalInt code) {
    var last = process.output().strip().lines().reduce((before, line) -> line).orElse("");
    ends.add(
        "ended by itself with exit code %s: %s"
            .formatted(
                code.isPresent() ? code.getAsInt() : "unknown",
                last.substring(0, Math.min(last.length(), WORDS_MOST))));
  }

  /// Kills one (SIGKILL).
  ///
  /// @return whether it was still there
  boolean kill(ServerProcess process) {
    boolean ran = process.runs();
    if (!ran) {
      noteFailure(process, process.end(STOP));
    }
    process.kill();
    running.remove(process);
    return ran;
  }

  private void noteFailure(ServerProcess process, OptionalInt code) {
    if (code.isEmpty() || code.getAsInt() != 0 && !isUnbegun(process, code.getAsInt())) {
      noteEnd(process, code);
    }
  }

  /// Whether it was told to end before its `main` had said a word: Java itself ends it then, and
  /// may complain of it when not even its own logging had begun (`java.lang.Runtime#exit`).
  private boolean isUnbegun(ServerProcess process, int code) {
    return code == TERMINATED
        && terminated.contains(process)
        && process.output().lines().allMatch(it -> it.isBlank() || it.startsWith(JAVA_ENDS));
  }

  /// Tells one to end (SIGTERM).
  void terminate(ServerProcess process) {
    terminated.add(process);
    process.signal("TERM");
  }

  /// Tells all to end, and waits; an exit code other than 0 is noted.
  void stop() {
    for (var process : running()) {
      terminate(process);
      noteFailure(process, process.end(STOP));
      process.kill();
      running.remove(process);
    }
  }

  /// How those ended that nobody had asked to, and those that did not end well.
  List<String> ends() {
    return ends;
  }

  @Override
  public void close() {
    List.copyOf(running.keySet()).forEach(this::kill);
  }
}
