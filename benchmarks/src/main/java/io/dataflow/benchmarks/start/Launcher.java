package io.dataflow.benchmarks.start;

import io.dataflow.benchmarks.measure.Home;
import io.dataflow.benchmarks.measure.MeasuredProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/// The command line that `./dataflow run` ends in, without what the script does before it: in an
/// image there is no script. It is read off a running process, so that it is written down once.
///
/// @param before Java and its options, up to the class path
/// @param after the class path and the class, without arguments
record Launcher(List<String> before, List<String> after) {
  private static final String MAIN = "io.dataflow.cli.Main";
  private static final Duration STEP = Duration.ofMillis(5);
  private static final Duration LIMIT = Duration.ofMinutes(5);

  /// Runs the flow once, until it is idle.
  static Launcher of(Path flow, Path log) throws InterruptedException {
    var script = Home.folder().resolve("dataflow").toString();
    var command = List.of(script, "run", flow.toString(), "--until-idle", "3s");
    try (var process = MeasuredProcess.start(command, Map.of(), log)) {
      var words = words(process);
      while (!words.contains(MAIN)) {
        process.mustBeAlive();
        LockSupport.parkNanos(STEP.toNanos());
        words = words(process);
      }
      process.awaitEnd(LIMIT);
      return of(words);
    }
  }

  private static Launcher of(List<String> words) {
    var classPath = words.indexOf("-cp");
    var main = words.indexOf(MAIN);
    var before =
        words.subList(0, classPath).stream()
            .filter(word -> !word.startsWith("-XX:AOTCache="))
            .toList();
    return new Launcher(before, List.copyOf(words.subList(classPath, main + 1)));
  }

  private static List<String> words(MeasuredProcess process) {
    try {
      var line = Files.readString(Path.of("/proc", Long.toString(process.pid()), "cmdline"));
      return Arrays.asList(line.split("\0"));
    } catch (IOException gone) {
      return List.of();
    }
  }

  /// The command with more options for Java.
  List<String> command(List<String> options, List<String> arguments) {
    var command = new ArrayList<>(before);
    command.addAll(options);
    command.addAll(after);
    command.addAll(arguments);
    return command;
  }
}
