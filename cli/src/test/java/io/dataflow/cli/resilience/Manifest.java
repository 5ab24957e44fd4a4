package io.dataflow.cli.resilience;

import io.dataflow.testbed.KafkaServer;
import io.dataflow.testbed.PostgresqlServer;
import io.dataflow.testbed.Servers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Manifests of the flows that are killed, cut off and fed with rubbish here.
record Manifest(String source, String steps, String sink, String errors, String more) {
  static Manifest of(String source, String sink) {
    return new Manifest(source, "[]", sink, "", "");
  }

  /// The same with an error sink.
  Manifest withErrors(String errorSink) {
    return new Manifest(source, steps, sink, errorSink, more);
  }

  /// The same with transformations.
  Manifest withSteps(String transformations) {
    return new Manifest(source, transformations, sink, errors, more);
  }

  /// The same that delivers effectively once, by several processors.
  Manifest onceBy(int replicas) {
    var settings = "  delivery: effectivelyOnce\n  replicas: %d\n".formatted(replicas);
    return new Manifest(source, steps, sink, errors, settings);
  }

  /// A topic as source or sink; the consumer group has the topic's name.
  static String topic(KafkaServer server, String topic) {
    return topic(server.bootstrap(), topic, "consumerGroup: " + topic);
  }

  /// A topic as sink.
  static String target(KafkaServer server, String topic) {
    return topic(server.bootstrap(), topic, "");
  }

  private static String topic(String brokers, String topic, String more) {
    return "{type: kafka, config: {brokers: ['%s'], topic: %s, %s}}"
        .formatted(brokers, topic, more);
  }

  /// A table as source or sink, with further settings as `key: value, key: value`.
  static String table(PostgresqlServer server, String database, String table, String... more) {
    return table(server.connectionString(database), table, more);
  }

  /// A table behind an address of its own.
  static String table(String connectionString, String table, String... more) {
    return "{type: postgresql, config: {connectionString: '%s', table: %s, %s}}"
        .formatted(connectionString, table, String.join(", ", more));
  }

  /// Writes it into a folder.
  Path in(Path folder) {
    var text =
        """
        apiVersion: dataflow.dataflow.io/v1
        kind: DataFlow
        metadata: {name: %s}
        spec:
          source: %s
          transformations: %s
          sink: %s
        """
            .formatted(Servers.freshName("flow").replace('_', '-'), source, steps, sink);
    try {
      var file = Files.createTempFile(folder, "flow", ".yaml");
      var rejected = errors.isEmpty() ? "" : "  errors: " + errors + "\n";
      return Files.writeString(file, text + rejected + more);
    } catch (IOException failure) {
      throw new AssertionError(failure);
    }
  }
}
