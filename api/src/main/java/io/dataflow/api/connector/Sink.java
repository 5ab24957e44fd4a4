package io.dataflow.api.connector;

import io.dataflow.api.model.Doc;

/// Where messages go.
@Doc("Where messages go.")
public sealed interface Sink
    permits KafkaSink, PostgresqlSink, ClickhouseSink, TrinoSink, EndpointSink {
  /// Whether a record that comes once more leaves it as it was: it is updated, not added.
  boolean takesRepeats();
}
