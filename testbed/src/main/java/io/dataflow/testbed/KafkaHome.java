package io.dataflow.testbed;

import io.dataflow.testbed.server.ServerException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Finds the broker's jars: in the folder that `-Ddataflow.kafka.home` names, else beside the jar
/// or the classes of the testbed, as the build and the distribution lay them out.
record KafkaHome(Path folder) {
  private static final String PROPERTY = "dataflow.kafka.home";
  private static final String MAIN_JAR = "kafka_2.13-";

  static KafkaHome find() {
    var named = System.getProperty(PROPERTY);
    var candidates = named == null ? besideTheCode() : List.of(Path.of(named).toAbsolutePath());
    return candidates.stream()
        .filter(KafkaHome::hasBroker)
        .findFirst()
        .map(KafkaHome::new)
        .orElseThrow(
            () ->
                new ServerException(
                    "the Kafka broker's jars are in none of "
                        + candidates
                        + ". Build the module testbed/kafka, or name the folder with -D"
                        + PROPERTY));
  }

  /// The command line of a class of the broker, run by the Java that runs this.
  List<String> java(List<String> options, String mainClass, String... arguments) {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    command.addAll(List.of("-cp", folder.resolve("*").toString(), mainClass));
    command.addAll(List.of(arguments));
    return command;
  }

  private static List<Path> besideTheCode() {
    return Stream.iterate(codeLocation().getParent(), folder -> folder != null, Path::getParent)
        .limit(3)
        .flatMap(folder -> Stream.of(folder.resolve("kafka"), folder.resolve("kafka/target/lib")))
        .toList();
  }

  private static Path codeLocation() {
    try {
      return Path.of(KafkaHome.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static boolean hasBroker(Path folder) {
    if (!Files.isDirectory(folder)) {
      return false;
    }
    try (var files = Files.list(folder)) {
      return files.anyMatch(file -> file.getFileName().toString().startsWith(MAIN_JAR));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
