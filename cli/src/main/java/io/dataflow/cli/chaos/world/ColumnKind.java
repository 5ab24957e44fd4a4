package io.dataflow.cli.chaos.world;

import io.dataflow.api.json.Json;
import io.dataflow.api.json.JsonArray;
import io.dataflow.api.json.JsonObject;
import io.dataflow.api.json.JsonScalar;
import io.dataflow.api.json.ScalarKind;

/// What a column of a made-up table holds.
enum ColumnKind {
  /// Whole numbers.
  WHOLE("bigint", "Int64"),
  /// Any numbers.
  NUMBER("numeric", "Decimal(76, 38)"),
  /// True or false.
  FLAG("boolean", "Bool"),
  /// Times.
  MOMENT("timestamptz", "DateTime64(6, 'UTC')"),
  /// Texts.
  TEXT("text", "String"),
  /// Any JSON.
  DOCUMENT("jsonb", "String");

  private final String postgresql;
  private final String clickhouse;

  ColumnKind(String postgresql, String clickhouse) {
    this.postgresql = postgresql;
    this.clickhouse = clickhouse;
  }

  /// The kind of a column for values like this one.
  static ColumnKind of(Json value) {
    return switch (value) {
      case JsonObject _, JsonArray _ -> DOCUMENT;
      case JsonScalar scalar when scalar.kind() == ScalarKind.NUMBER -> NUMBER;
      case JsonScalar scalar when scalar.kind() == ScalarKind.BOOLEAN -> FLAG;
      case JsonScalar _ -> TEXT;
    };
  }

  /// The type in PostgreSQL.
  String postgresql() {
    return postgresql;
  }

  /// The type in ClickHouse.
  String clickhouse() {
    return clickhouse;
  }
}
