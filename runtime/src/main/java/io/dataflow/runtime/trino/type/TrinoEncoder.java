package io.dataflow.runtime.trino.type;

import io.dataflow.api.json.Bytes;
import io.dataflow.api.json.JsonText;
import io.dataflow.api.transformation.RecordException;
import io.dataflow.runtime.connector.table.ColumnEncoder;

/// Turns a JSON value into the one that stands in a statement, in one way of writing for equal
/// values. Encoders are values: those of the same type are equal.
sealed interface TrinoEncoder extends ColumnEncoder
    permits TrinoBinary,
        TrinoBoolean,
        TrinoDate,
        TrinoDecimal,
        TrinoDocument,
        TrinoFloat,
        TrinoInteger,
        TrinoJson,
        TrinoNested,
        TrinoText,
        TrinoTime,
        TrinoTimestamp,
        TrinoUnknown,
        TrinoUuid {

  /// Appends a text that needs no escapes.
  static void putQuoted(String text, Bytes out) {
    out.put('"');
    out.put(text);
    out.put('"');
  }

  /// Appends any text.
  static void putText(String text, Bytes out) {
    out.put(JsonText.quoted(text));
  }

  /// A value that is none of the type's.
  static RecordException wrong(String what) {
    return new RecordException(what);
  }
}
