package io.dataflow.cli.chaos.world;

import io.dataflow.api.connector.ClickhouseSink;
import io.dataflow.api.connector.KafkaSink;
import io.dataflow.api.connector.KafkaSource;
import io.dataflow.api.connector.PostgresqlCdcSource;
import io.dataflow.api.connector.PostgresqlSink;
import io.dataflow.api.connector.PostgresqlSource;
import io.dataflow.api.connector.Sink;
import io.dataflow.api.connector.Source;

/// The servers that a flow may need.
public enum ServerKind {
  /// A broker.
  KAFKA,
  /// A database server.
  POSTGRESQL;

  /// The server of a source.
  public static ServerKind of(Source source) {
    return switch (source) {
      case KafkaSource _ -> KAFKA;
      case PostgresqlSource _, PostgresqlCdcSource _ -> POSTGRESQL;
    };
  }

  /// The server of a sink.
  public static ServerKind of(Sink sink) {
    return switch (sink) {
      case KafkaSink _ -> KAFKA;
      case PostgresqlSink _ -> POSTGRESQL;
      case ClickhouseSink _ -> throw new IllegalStateException("ChaosFlow refuses it");
    };
  }
}
