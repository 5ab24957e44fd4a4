package io.dataflow.cli.demo;

import io.dataflow.cli.terminal.CommandException;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/// The files of `samples/demo`, which is what the demo runs: what a person reads there is what they
/// have seen.
record DemoSample(Path folder) {
  private static final String KAFKA = "localhost:9092";
  private static final String POSTGRESQL = "postgres://postgres@localhost:5432/demo";

  /// Looks in the folders above this code, then in those above the working directory.
  static DemoSample find() {
    return Stream.of(code(), Path.of("").toAbsolutePath())
        .flatMap(start -> Stream.iterate(start, folder -> folder != null, Path::getParent))
        .map(folder -> folder.resolve("samples/demo"))
        .filter(folder -> Files.exists(folder.resolve("flow.yaml")))
        .findFirst()
        .map(DemoSample::new)
        .orElseThrow(
            () ->
                new CommandException(
                    "demo: samples/demo/flow.yaml is nowhere above "
                        + code()
                        + ". Run the demo from a clone of the project."));
  }

  /// The manifest, with the addresses of servers in place of the ones it was written with.
  String manifest(String bootstrap, String connectionString) {
    return read("flow.yaml").replace(KAFKA, bootstrap).replace(POSTGRESQL, connectionString);
  }

  /// SQL that makes the tables.
  String tables() {
    return read("tables.sql");
  }

  private String read(String name) {
    try {
      return Files.readString(folder.resolve(name));
    } catch (IOException e) {
      throw new CommandException("demo: " + folder.resolve(name) + " cannot be read: " + e, e);
    }
  }

  private static Path code() {
    try {
      var location = DemoSample.class.getProtectionDomain().getCodeSource().getLocation();
      return Path.of(location.toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
