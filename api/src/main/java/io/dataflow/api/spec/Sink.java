package io.dataflow.api.spec;

import io.dataflow.api.model.Doc;
import io.dataflow.api.model.Later;

/// Where messages go.
@Doc("Where messages go.")
@Later({"clickhouse", "trino", "nessie", "iceberg", "camel", "template"})
public sealed interface Sink permits KafkaSink, PostgresqlSink {
  /// Whether a record that comes once more leaves it as it was: it is updated, not added.
  boolean takesRepeats();
}
