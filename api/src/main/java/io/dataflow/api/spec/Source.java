package io.dataflow.api.spec;

import io.dataflow.api.model.Doc;
import io.dataflow.api.model.Later;

/// Where messages come from.
@Doc("Where messages come from.")
@Later({"postgresql-cdc", "clickhouse", "trino", "nessie", "iceberg", "camel", "template"})
public sealed interface Source permits KafkaSource, PostgresqlSource {
  /// Whether it asks again and again for what is new, from a position that the flow keeps: after a
  /// crash it brings some rows once more.
  boolean polls();
}
