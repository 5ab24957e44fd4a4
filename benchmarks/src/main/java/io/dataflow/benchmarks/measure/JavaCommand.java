package io.dataflow.benchmarks.measure;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The command line of a JVM of its own, on the Java that runs the benchmark.
///
/// @param options options for Java
/// @param classPath as Java takes it, `folder/*` included
/// @param main the class to run
/// @param arguments its arguments
public record JavaCommand(
    List<String> options, String classPath, String main, List<String> arguments) {

  /// A program of the benchmarks themselves.
  public static JavaCommand ofBenchmark(Class<?> main, List<String> options, String... arguments) {
    return new JavaCommand(
        options, System.getProperty("java.class.path"), main.getName(), List.of(arguments));
  }

  /// What to start.
  public List<String> words() {
    var words = new ArrayList<String>();
    words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    words.addAll(options);
    words.addAll(List.of("-cp", classPath, main));
    words.addAll(arguments);
    return words;
  }
}
