package io.dataflow.runtime.postgresql.source;

import io.dataflow.api.connector.PostgresqlSource;
import io.dataflow.api.connector.Source;
import io.dataflow.runtime.connector.ConnectorFactory;
import io.dataflow.runtime.connector.SourceConnector;
import io.dataflow.runtime.connector.SourceContext;
import java.util.Optional;

/// `type: postgresql`, as a source.
public final class PostgresqlSourceFactory implements ConnectorFactory {
  /// For `ServiceLoader`.
  public PostgresqlSourceFactory() {}

  @Override
  public Optional<SourceConnector> source(Source source, SourceContext context) {
    return source instanceof PostgresqlSource postgresql
        ? Optional.of(
            new PostgresqlSourceConnector(postgresql, context.checkpoints(), context.events()))
        : Optional.empty();
  }
}
