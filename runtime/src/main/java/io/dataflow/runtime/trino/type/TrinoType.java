package io.dataflow.runtime.trino.type;

import io.dataflow.runtime.connector.table.ColumnEncoder;
import io.dataflow.runtime.connector.table.RowFormat;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/// How values of a column travel: as JSON inside of one text, which costs the server one literal
/// and not one for each value. What JSON has no exact form for is a text there, and is read by the
/// server as the column's type.
///
/// @param transport the type that the JSON is cast to
/// @param expression what makes the column's type of it, with `?` where the value stands
public record TrinoType(String transport, String expression, TrinoEncoder encoder) {
  /// A row is a JSON array.
  public static final RowFormat ROW = new RowFormat(bytes(","), bytes("null"));

  private static final String TEXT = "varchar";
  private static final String JSON = "json";
  private static final Pattern NAME =
      Pattern.compile("([a-z]+)(?:\\((\\d+)(?:, *(\\d+))?\\))?(.*)");

  /// What JSON can be cast to inside of arrays, maps and rows.
  private static final String NESTED =
      "(?:array|map|row|boolean|tinyint|smallint|integer|bigint|real|double|decimal|varchar|json)";

  /// @param name of the type, as the catalog has it
  public static TrinoType of(String name) {
    var type = NAME.matcher(name);
    if (!type.matches()) {
      return unknown(name);
    }
    int first = number(type.group(2)).orElse(-1);
    return switch (type.group(1)) {
      case "boolean" -> as("boolean", new TrinoBoolean());
      case "tinyint" -> as("tinyint", new TrinoInteger(8));
      case "smallint" -> as("smallint", new TrinoInteger(16));
      case "integer" -> as("integer", new TrinoInteger(32));
      case "bigint" -> as("bigint", new TrinoInteger(64));
      case "real" -> cast(name, new TrinoFloat(false));
      case "double" -> cast(name, new TrinoFloat(true));
      case "decimal" -> cast(name, new TrinoDecimal(first, number(type.group(3)).orElse(0)));
      case "varchar" -> as(TEXT, new TrinoText(first, false));
      case "char" -> cast(name, new TrinoText(Math.max(first, 1), true));
      case "varbinary" -> new TrinoType(TEXT, "from_base64(?)", new TrinoBinary());
      case "date" -> cast(name, new TrinoDate());
      case "time" -> type.group(4).isEmpty() ? cast(name, new TrinoTime(first)) : unknown(name);
      case "timestamp" -> cast(name, new TrinoTimestamp(first, !type.group(4).isEmpty()));
      case "json" -> new TrinoType(TEXT, "json_parse(?)", new TrinoJson());
      case "uuid" -> cast(name, new TrinoUuid());
      case "ipaddress" -> cast(name, new TrinoText(-1, false));
      case "array", "map", "row" -> nested(name);
      default -> unknown(name);
    };
  }

  private static TrinoType nested(String name) {
    var types = name.replaceAll("\"(?:[^\"]|\"\")*\" ", "").replaceAll("\\([0-9, ]+\\)", "");
    return types.matches("(?:" + NESTED + "[(), ]*)+")
        ? new TrinoType(JSON, "CAST(? AS " + name + ")", TrinoNested.of(TypeText.parse(name)))
        : unknown(name);
  }

  private static TrinoType as(String transport, TrinoEncoder encoder) {
    return new TrinoType(transport, "?", encoder);
  }

  private static TrinoType cast(String name, TrinoEncoder encoder) {
    return new TrinoType(TEXT, "CAST(? AS " + name + ")", encoder);
  }

  /// Columns of such a type can be left out alone.
  private static TrinoType unknown(String name) {
    return new TrinoType(TEXT, "CAST(? AS " + name + ")", new TrinoUnknown());
  }

  private static Optional<Integer> number(String text) {
    return Optional.ofNullable(text).map(Integer::valueOf);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /// The encoder of a column of the type.
  public ColumnEncoder column() {
    return encoder;
  }
}
