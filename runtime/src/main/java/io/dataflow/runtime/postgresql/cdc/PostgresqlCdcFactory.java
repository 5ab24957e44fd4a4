package io.dataflow.runtime.postgresql.cdc;

import io.dataflow.api.connector.PostgresqlCdcSource;
import io.dataflow.api.connector.Source;
import io.dataflow.runtime.connector.ConnectorFactory;
import io.dataflow.runtime.connector.SourceConnector;
import io.dataflow.runtime.connector.SourceContext;
import io.dataflow.runtime.connector.reader.ReaderSource;
import java.util.Optional;

/// `type: postgresql-cdc`.
public final class PostgresqlCdcFactory implements ConnectorFactory {
  private static final String TYPE = "postgresql-cdc";

  /// For `ServiceLoader`.
  public PostgresqlCdcFactory() {}

  @Override
  public Optional<SourceConnector> source(Source source, SourceContext context) {
    return source instanceof PostgresqlCdcSource changes
        ? Optional.of(connector(changes, context))
        : Optional.empty();
  }

  private static SourceConnector connector(PostgresqlCdcSource source, SourceContext context) {
    var settings = CdcSettings.of(source);
    var reader = new ChangeReader(settings, new LogProgress(TYPE, context));
    return new ReaderSource(TYPE, settings.slot(), reader, context.events());
  }
}
