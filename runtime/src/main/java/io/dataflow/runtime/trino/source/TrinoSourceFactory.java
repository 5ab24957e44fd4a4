package io.dataflow.runtime.trino.source;

import io.dataflow.api.connector.Source;
import io.dataflow.api.connector.TrinoSource;
import io.dataflow.runtime.connector.ConnectorFactory;
import io.dataflow.runtime.connector.SourceConnector;
import io.dataflow.runtime.connector.SourceContext;
import io.dataflow.runtime.connector.SourceSample;
import io.dataflow.runtime.connector.reader.ReaderSource;
import java.util.Optional;

/// `type: trino`, as a source; see docs/trino.md.
public final class TrinoSourceFactory implements ConnectorFactory {
  /// The name in YAML.
  static final String TYPE = "trino";

  /// For `ServiceLoader`.
  public TrinoSourceFactory() {}

  @Override
  public Optional<SourceConnector> source(Source source, SourceContext context) {
    return source instanceof TrinoSource trino
        ? Optional.of(
            new ReaderSource(
                TYPE,
                trino.query().map(_ -> "query").or(trino::table).orElseThrow(),
                TrinoReader.of(trino, context),
                context.events()))
        : Optional.empty();
  }

  @Override
  public Optional<SourceSample> sample(Source source) {
    return source instanceof TrinoSource trino
        ? Optional.of(count -> TrinoSample.newest(trino, count))
        : Optional.empty();
  }
}
