package io.dataflow.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// A command line in a process of its own, as a person or a pod starts it.
record CommandProcess(Process process, Path log) implements AutoCloseable {

  /// Starts it with this JVM's own Java and class path.
  static CommandProcess start(Path log, List<String> words) throws IOException {
    return start(log, List.of(), words, Map.of());
  }

  /// The same with more in its environment.
  static CommandProcess start(Path log, List<String> words, Map<String, String> environment)
      throws IOException {
    return start(log, List.of(), words, environment);
  }

  /// The same, started by another program.
  ///
  /// @param starter the program, which takes the command as its last words
  static CommandProcess start(
      Path log, List<String> starter, List<String> words, Map<String, String> environment)
      throws IOException {
    var command = new ArrayList<>(starter);
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx512m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
    command.addAll(words);
    var builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().putAll(environment);
    if (environment.getOrDefault("HOME", "there").isEmpty()) {
      builder.environment().remove("HOME");
    }
    return new CommandProcess(builder.redirectOutput(log.toFile()).start(), log);
  }

  /// Sends a signal (`TERM`, `INT`) and returns the exit code.
  int endsOn(String signal, Duration limit) throws IOException, InterruptedException {
    new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid())).start().waitFor();
    return ends(limit);
  }

  /// Waits for its end and returns the exit code.
  int ends(Duration limit) throws IOException, InterruptedException {
    if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
      throw new AssertionError("still running after " + limit + ":\n" + output());
    }
    return process.exitValue();
  }

  /// All that it has written.
  String output() throws IOException {
    return Files.readString(log);
  }

  @Override
  public void close() {
    process.destroyForcibly().onExit().join();
  }
}
