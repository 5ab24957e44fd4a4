package io.dataflow.runtime.postgresql.sink;

import io.dataflow.runtime.connector.jdbc.Dialect;
import io.dataflow.runtime.connector.table.DraftType;

/// PostgreSQL's own words.
record PostgresqlDialect() implements Dialect {
  private static final int NAME_MAX = 63;

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

  /// PostgreSQL cuts longer names off.
  @Override
  public int nameMax() {
    return NAME_MAX;
  }
}
