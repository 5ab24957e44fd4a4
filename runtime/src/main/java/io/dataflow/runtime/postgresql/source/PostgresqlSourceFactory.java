package io.dataflow.runtime.postgresql.source;

import io.dataflow.api.connector.PostgresqlSource;
import io.dataflow.api.connector.Source;
import io.dataflow.runtime.connector.ConnectorFactory;
import io.dataflow.runtime.connector.SourceConnector;
import io.dataflow.runtime.connector.SourceContext;
import io.dataflow.runtime.connector.SourceSample;
import io.dataflow.runtime.connector.polling.sql.PollingSettings;
import io.dataflow.runtime.connector.polling.sql.PollingSource;
import io.dataflow.runtime.connector.polling.sql.RelationSample;
import java.time.Duration;
import java.util.Optional;

/// `type: postgresql`, as a source.
public final class PostgresqlSourceFactory implements ConnectorFactory {
  /// For `ServiceLoader`.
  public PostgresqlSourceFactory() {}

  @Override
  public Optional<SourceConnector> source(Source source, SourceContext context) {
    return source instanceof PostgresqlSource postgresql
        ? Optional.of(
            new PollingSource(
                settings(postgresql), PostgresqlSourceDialect.of(postgresql), context))
        : Optional.empty();
  }

  @Override
  public Optional<SourceSample> sample(Source source) {
    return source instanceof PostgresqlSource postgresql
        ? Optional.of(
            new RelationSample(settings(postgresql), PostgresqlSourceDialect.of(postgresql)))
        : Optional.empty();
  }

  /// What the manifest says that is not PostgreSQL's own.
  static PollingSettings settings(PostgresqlSource source) {
    return new PollingSettings(
        source.table(),
        source.query(),
        source.trackingColumn(),
        source.orderByColumn(),
        Duration.ofSeconds(source.pollInterval()),
        source.readBatchSize(),
        source.autoCreateTable(),
        PollingSettings.HANDOVER_PATIENCE);
  }
}
