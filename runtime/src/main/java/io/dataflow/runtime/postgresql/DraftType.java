package io.dataflow.runtime.postgresql;

import io.dataflow.api.json.Json;
import io.dataflow.api.json.JsonArray;
import io.dataflow.api.json.JsonObject;
import io.dataflow.api.json.JsonScalar;
import java.time.DateTimeException;
import java.time.OffsetDateTime;

/// The type that a value asks for in a table that is to be created (contract 2.5).
enum DraftType {
  /// Only null so far.
  NOTHING,
  BOOLEAN,
  BIGINT,
  NUMERIC,
  TIMESTAMPTZ,
  TEXT,
  JSONB;

  private static final int BIGINT_DIGITS = 18;

  /// More digits of a second are lost in a timestamptz.
  private static final String MOMENT =
      "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d{1,6})?(Z|[+-]\\d\\d:\\d\\d)";

  static DraftType of(Json value) {
    return switch (value) {
      case JsonObject _, JsonArray _ -> JSONB;
      case JsonScalar scalar ->
          switch (scalar.kind()) {
            case NULL -> NOTHING;
            case BOOLEAN -> BOOLEAN;
            case NUMBER -> ofNumber(scalar.text());
            case STRING -> isMoment(scalar) ? TIMESTAMPTZ : TEXT;
          };
    };
  }

  private static DraftType ofNumber(String text) {
    return text.matches("-?\\d{1," + BIGINT_DIGITS + "}") ? BIGINT : NUMERIC;
  }

  private static boolean isMoment(JsonScalar scalar) {
    if (scalar.end() - scalar.start() > 40 || !scalar.text().matches(MOMENT)) {
      return false;
    }
    try {
      return OffsetDateTime.parse(scalar.text()).getYear() > 0;
    } catch (DateTimeException e) {
      return false;
    }
  }

  /// The narrowest type that holds values of both.
  DraftType widen(DraftType other) {
    if (this == other || other == NOTHING) {
      return this;
    }
    if (this == NOTHING) {
      return other;
    }
    if (this == JSONB || other == JSONB) {
      return JSONB;
    }
    boolean numbers = (this == BIGINT || this == NUMERIC) && (other == BIGINT || other == NUMERIC);
    return numbers ? NUMERIC : TEXT;
  }

  String sql() {
    return this == NOTHING ? "TEXT" : name();
  }
}
