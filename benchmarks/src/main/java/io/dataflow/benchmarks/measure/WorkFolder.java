package io.dataflow.benchmarks.measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/// A folder for the files of one benchmark, gone when it ends well or badly.
///
/// @param path where it is
public record WorkFolder(Path path) implements AutoCloseable {

  /// Makes one.
  public static WorkFolder create() throws IOException {
    return new WorkFolder(Files.createTempDirectory("dataflow-benchmark-"));
  }

  @Override
  public void close() throws IOException {
    try (var files = Files.walk(path)) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
