package io.dataflow.cli.chaos.world;

import io.dataflow.api.connector.ClickhouseSink;
import io.dataflow.api.connector.EndpointSink;
import io.dataflow.api.connector.EndpointSource;
import io.dataflow.api.connector.KafkaSink;
import io.dataflow.api.connector.KafkaSource;
import io.dataflow.api.connector.PostgresqlCdcSource;
import io.dataflow.api.connector.PostgresqlSink;
import io.dataflow.api.connector.PostgresqlSource;
import io.dataflow.api.connector.Sink;
import io.dataflow.api.connector.Source;
import io.dataflow.api.connector.TrinoSink;
import io.dataflow.api.connector.TrinoSource;
import io.dataflow.api.spec.DataFlowSpec;
import io.dataflow.api.transformation.Router;
import io.dataflow.cli.terminal.CommandException;
import java.util.EnumSet;
import java.util.Set;

/// The servers that a flow may need.
public enum ServerKind {
  /// A broker.
  KAFKA("Kafka"),
  /// A database server.
  POSTGRESQL("PostgreSQL"),
  /// A column store.
  CLICKHOUSE("ClickHouse");

  private final String title;

  ServerKind(String title) {
    this.title = title;
  }

  /// Its name for a person.
  public String title() {
    return title;
  }

  /// The servers of all ends of a flow.
  public static Set<ServerKind> of(DataFlowSpec spec) {
    var kinds = EnumSet.of(of(spec.source()), of(spec.sink()));
    spec.errors().ifPresent(errors -> kinds.add(of(errors.sink())));
    for (var step : spec.transformations()) {
      if (step.transformation() instanceof Router router) {
        router.routes().forEach(route -> kinds.add(of(route.sink())));
      }
    }
    return kinds;
  }

  /// The server of a source.
  public static ServerKind of(Source source) {
    return switch (source) {
      case KafkaSource _ -> KAFKA;
      case PostgresqlSource _, PostgresqlCdcSource _ -> POSTGRESQL;
      case TrinoSource _ -> throw noTrino();
      case EndpointSource _ -> throw none();
    };
  }

  /// The server of a sink.
  public static ServerKind of(Sink sink) {
    return switch (sink) {
      case KafkaSink _ -> KAFKA;
      case PostgresqlSink _ -> POSTGRESQL;
      case ClickhouseSink _ -> CLICKHOUSE;
      case TrinoSink _ -> throw noTrino();
      case EndpointSink _ -> throw none();
    };
  }

  /// What is said where Camel reads or writes, which is refused when the flow is read.
  static IllegalStateException none() {
    return new IllegalStateException("no server stands in the place of an endpoint of Camel's");
  }

  /// No Trino is started here.
  static CommandException noTrino() {
    return new CommandException(
        "`chaos` starts no Trino, so it cannot run a flow with a `trino` source or sink. Take"
            + " another one for this run.");
  }
}
