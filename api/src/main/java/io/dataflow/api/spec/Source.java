package io.dataflow.api.spec;

import io.dataflow.api.model.Doc;
import io.dataflow.api.model.Later;

/// Where messages come from.
@Doc("Where messages come from.")
@Later({"postgresql-cdc", "clickhouse", "trino", "nessie", "iceberg", "camel", "template"})
public sealed interface Source permits KafkaSource, PostgresqlSource {}
