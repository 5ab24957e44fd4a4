package io.dataflow.runtime.postgresql.sink;

import io.dataflow.api.connector.PostgresqlSink;
import io.dataflow.api.connector.Sink;
import io.dataflow.runtime.connector.ConnectorFactory;
import io.dataflow.runtime.connector.SinkConnector;
import io.dataflow.runtime.connector.SinkContext;
import java.util.Optional;

/// `type: postgresql`, as a sink.
public final class PostgresqlSinkFactory implements ConnectorFactory {
  /// For `ServiceLoader`.
  public PostgresqlSinkFactory() {}

  @Override
  public Optional<SinkConnector> sink(Sink sink, SinkContext context) {
    return sink instanceof PostgresqlSink postgresql
        ? Optional.of(new PostgresqlSinkConnector(postgresql, context))
        : Optional.empty();
  }
}
