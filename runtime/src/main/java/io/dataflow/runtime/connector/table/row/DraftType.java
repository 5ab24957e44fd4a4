package io.dataflow.runtime.connector.table.row;

import io.dataflow.api.json.Json;
import io.dataflow.api.json.JsonArray;
import io.dataflow.api.json.JsonObject;
import io.dataflow.api.json.JsonScalar;
import java.time.DateTimeException;
import java.time.OffsetDateTime;

/// The type that a value asks for in a table that is to be created.
public enum DraftType {
  /// Only null so far.
  NOTHING,
  /// `true` and `false`.
  BOOLEAN,
  /// Whole numbers of up to 18 digits.
  WHOLE,
  /// Any numbers, with every digit.
  NUMBER,
  /// Times with a zone, to the microsecond.
  MOMENT,
  /// Any texts, and what is of several kinds.
  TEXT,
  /// Objects and arrays.
  JSON;

  private static final int WHOLE_DIGITS = 18;

  /// More digits of a second are lost in such a column.
  private static final String MOMENT_TEXT =
      "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d{1,6})?(Z|[+-]\\d\\d:\\d\\d)";

  static DraftType of(Json value) {
    return switch (value) {
      case JsonObject _, JsonArray _ -> JSON;
      case JsonScalar scalar ->
          switch (scalar.kind()) {
            case NULL -> NOTHING;
            case BOOLEAN -> BOOLEAN;
            case NUMBER -> ofNumber(scalar.text());
            case STRING -> isMoment(scalar) ? MOMENT : TEXT;
          };
    };
  }

  private static DraftType ofNumber(String text) {
    return text.matches("-?\\d{1," + WHOLE_DIGITS + "}") ? WHOLE : NUMBER;
  }

  private static boolean isMoment(JsonScalar scalar) {
    if (scalar.end() - scalar.start() > 40 || !scalar.text().matches(MOMENT_TEXT)) {
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
    if (this == JSON || other == JSON) {
      return JSON;
    }
    boolean numbers = (this == WHOLE || this == NUMBER) && (other == WHOLE || other == NUMBER);
    return numbers ? NUMBER : TEXT;
  }
}
