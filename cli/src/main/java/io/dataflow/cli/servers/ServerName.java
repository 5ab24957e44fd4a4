package io.dataflow.cli.servers;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A server that can be started here, in the order in which they are shown.
enum ServerName {
  KAFKA("kafka", "Kafka"),
  SCHEMA_REGISTRY("schema-registry", "the schema registry"),
  POSTGRESQL("postgresql", "PostgreSQL"),
  CLICKHOUSE("clickhouse", "ClickHouse");

  private final String word;
  private final String title;

  ServerName(String word, String title) {
    this.word = word;
    this.title = title;
  }

  /// As it is written on a command line.
  String word() {
    return word;
  }

  /// As it is called in a sentence.
  String title() {
    return title;
  }

  static List<String> words() {
    return Stream.of(values()).map(ServerName::word).toList();
  }

  static Optional<ServerName> of(String word) {
    return Stream.of(values()).filter(it -> it.word.equalsIgnoreCase(word)).findFirst();
  }
}
