package io.dataflow.api.connector;

import io.dataflow.api.model.Doc;

/// Where messages come from.
@Doc("Where messages come from.")
public sealed interface Source
    permits KafkaSource, PostgresqlSource, PostgresqlCdcSource, TrinoSource, EndpointSource {
  /// Whether it asks again and again for what is new, from a position that the flow keeps: after a
  /// crash it brings some rows once more.
  boolean polls();
}
