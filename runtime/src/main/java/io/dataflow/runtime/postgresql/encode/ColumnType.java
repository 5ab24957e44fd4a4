package io.dataflow.runtime.postgresql.encode;

import io.dataflow.runtime.connector.table.ColumnEncoder;
import io.dataflow.runtime.connector.table.KeyForm;
import io.dataflow.runtime.connector.table.RowFormat;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// What is to be known of a column's type, by its name in PostgreSQL's catalog. What is not refused
/// here, PostgreSQL's own input function judges.
public final class ColumnType {
  /// A row in COPY's text form, without its line end.
  public static final RowFormat ROW = new RowFormat(bytes("\t"), bytes("\\N"));

  private ColumnType() {}

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  /// The encoder of values in COPY's text form, backslashes and line ends escaped.
  ///
  /// @param type of a domain its base type
  /// @param elementType of an array its elements' type
  public static ColumnEncoder encoder(String type, Optional<String> elementType) {
    if (elementType.isPresent()) {
      return new ArrayEncoder(encoder(elementType.get(), Optional.empty()));
    }
    return switch (type) {
      case "json", "jsonb" -> new JsonEncoder();
      case "int2", "int4", "int8" -> new WholeNumberEncoder();
      case "timestamptz" -> new TimeEncoder(TimeEncoder.Kind.INSTANT);
      case "timestamp" -> new TimeEncoder(TimeEncoder.Kind.WITHOUT_ZONE);
      case "date" -> new TimeEncoder(TimeEncoder.Kind.DATE);
      case "time", "timetz" -> new TimeEncoder(TimeEncoder.Kind.TIME_OF_DAY);
      case "bytea" -> new ByteaEncoder();
      default -> new TextEncoder();
    };
  }

  /// When two values are the same key.
  public static KeyForm keyForm(String type) {
    return switch (type) {
      case "int2", "int4", "int8", "numeric", "float4", "float8" -> KeyForm.NUMBER;
      case "uuid" -> KeyForm.UUID;
      case "citext", "bool", "bytea", "macaddr" -> KeyForm.CASELESS;
      case "bpchar" -> KeyForm.PADDED;
      case "timestamptz", "timestamp" -> KeyForm.MOMENT;
      default -> KeyForm.EXACT;
    };
  }
}
