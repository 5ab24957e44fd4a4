package io.dataflow.runtime.postgresql.sink;

import io.dataflow.runtime.connector.jdbc.Dialect;
import io.dataflow.runtime.connector.table.TableName;
import io.dataflow.runtime.connector.table.row.DraftType;
import io.dataflow.runtime.postgresql.table.PostgresqlTable;
import java.util.List;
import java.util.stream.Collectors;

/// PostgreSQL's own words.
record PostgresqlDialect() implements Dialect {
  @Override
  public String type(DraftType type) {
    return switch (type) {
      case NOTHING, TEXT -> "TEXT";
      case BOOLEAN -> "BOOLEAN";
      case WHOLE -> "BIGINT";
      case NUMBER -> "NUMERIC";
      case MOMENT -> "TIMESTAMPTZ";
      case JSON -> "JSONB";
    };
  }

  /// The statements that create a table for whole bodies, which fail when there is one.
  ///
  /// @param metadata the definitions of the columns for metadata; empty without any
  /// @param key the columns of a unique key; none for a table without one
  String createRaw(TableName name, String metadata, List<String> key) {
    var names = key.stream().map(this::quote).collect(Collectors.joining(", "));
    return """
    CREATE TABLE %1$s (
      id SERIAL PRIMARY KEY,
      data JSONB NOT NULL,%2$s
      created_at TIMESTAMP DEFAULT now(),
      updated_at TIMESTAMP DEFAULT now(),
      deleted_at TIMESTAMP%3$s);
    CREATE INDEX ON %1$s USING gin (data)\
    """
        .formatted(
            name.quoted(),
            metadata.isEmpty() ? "" : " " + metadata + ",",
            key.isEmpty() ? "" : ", UNIQUE (" + names + ")");
  }

  /// PostgreSQL cuts longer names off.
  @Override
  public int nameMax() {
    return PostgresqlTable.NAME_MAX;
  }
}
