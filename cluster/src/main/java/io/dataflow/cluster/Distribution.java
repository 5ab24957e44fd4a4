package io.dataflow.cluster;

import io.dataflow.testbed.server.ServerException;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What the build has laid out in a clone of the project: the programs that are in the image of a
/// real cluster, here as class paths.
///
/// @param root the folder of the clone
record Distribution(Path root) {
  private static final String PROCESSOR = "cli/target/dataflow/lib";
  private static final String MANAGER = "operator/target/dataflow-operator/lib";
  private static final String CRDS = "helm/dataflow-operator/files";

  /// Many of these share two cores, and most live shortly: they start soon and stay small.
  private static final List<String> OPTIONS =
      List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx256m", "-Xms32m");

  /// Looks in the folders above this code.
  static Distribution find() {
    var code = code();
    return Stream.iterate(code, folder -> folder != null, Path::getParent)
        .filter(folder -> Files.isDirectory(folder.resolve(CRDS)))
        .findFirst()
        .map(Distribution::new)
        .orElseThrow(
            () ->
                new ServerException(
                    CRDS
                        + " is nowhere above "
                        + code
                        + ". Run this from a clone of the project."));
  }

  private static Path code() {
    try {
      var location = Distribution.class.getProtectionDomain().getCodeSource().getLocation();
      return Path.of(location.toURI());
    } catch (URISyntaxException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /// What runs for `/processor`.
  List<String> processor() {
    var words = java(PROCESSOR, "io.dataflow.cli.Main");
    words.add("processor");
    return words;
  }

  /// What runs for `/manager`.
  List<String> manager() {
    return java(MANAGER, "io.dataflow.operator.Main");
  }

  /// The folder with the CustomResourceDefinitions.
  Path crds() {
    return root.resolve(CRDS);
  }

  /// A text file of the project.
  String read(String file) {
    try {
      return Files.readString(root.resolve(file));
    } catch (IOException failure) {
      throw new ServerException(root.resolve(file) + " cannot be read: " + failure, failure);
    }
  }

  private List<String> java(String lib, String mainClass) {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(OPTIONS);
    command.addAll(
        List.of("--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow"));
    command.addAll(List.of("-cp", classPath(root.resolve(lib)), mainClass));
    return command;
  }

  private static String classPath(Path lib) {
    try (var files = Files.list(lib)) {
      return files
          .map(Path::toString)
          .filter(name -> name.endsWith(".jar"))
          .sorted()
          .collect(Collectors.joining(":"));
    } catch (IOException missing) {
      throw new ServerException(
          lib + " is not there. Build it: mvn package -Dmaven.test.skip=true", missing);
    }
  }
}
