package io.dataflow.runtime.clickhouse.encode;

import io.dataflow.api.json.Bytes;
import io.dataflow.api.transformation.RecordException;
import io.dataflow.runtime.connector.table.ColumnEncoder;
import io.dataflow.runtime.connector.table.KeyForm;
import io.dataflow.runtime.connector.table.RowFormat;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;

/// What is to be known of a column's type, by its name in ClickHouse's catalog.
public final class ClickhouseType {
  /// A row in the format RowBinaryWithDefaults: nothing between the values, and a byte that asks
  /// for the column's default.
  public static final RowFormat ROW = new RowFormat(new byte[0], new byte[] {1});

  private static final int LENGTH_MAX = 1 << 24;

  /// A type that has no form here: columns of it can be left to their defaults alone.
  private record UnknownTypeEncoder() implements ValueEncoder {
    @Override
    public void encode(byte[] json, int start, int end, Bytes out) {
      throw new RecordException("columns of this type cannot be written. Take the field out");
    }
  }

  private ClickhouseType() {}

  /// The encoder of a column's values in that format.
  ///
  /// @param type as the catalog has it: `LowCardinality(Nullable(String))`
  /// @param zone of times without one
  /// @param hasDefault whether null may be written as the column's default where it cannot be null
  public static ColumnEncoder encoder(String type, ZoneId zone, boolean hasDefault) {
    return new DefaultedEncoder(value(type, zone), hasDefault);
  }

  /// When two values are the same key.
  public static KeyForm keyForm(String type) {
    return type.matches("U?Int.*|Float.*|Decimal.*")
        ? KeyForm.NUMBER
        : type.equals("UUID")
            ? KeyForm.UUID
            : type.startsWith("DateTime") ? KeyForm.MOMENT : KeyForm.EXACT;
  }

  private static ValueEncoder value(String text, ZoneId zone) {
    var type = TypeName.parse(text);
    return switch (type.name()) {
      case "Int8", "Int16", "Int32", "Int64", "Int128", "Int256" ->
          new IntegerEncoder(bits(type.name(), "Int") / 8, true);
      case "UInt8", "UInt16", "UInt32", "UInt64", "UInt128", "UInt256" ->
          new IntegerEncoder(bits(type.name(), "UInt") / 8, false);
      case "Float32" -> new FloatEncoder(false);
      case "Float64" -> new FloatEncoder(true);
      case "Decimal" -> new DecimalEncoder(type.number(0), type.number(1));
      case "Bool" -> new BoolEncoder();
      case "String" -> new StringEncoder(false);
      case "FixedString" -> new FixedStringEncoder(Math.min(type.number(0), LENGTH_MAX));
      case "Date" -> new DateEncoder(false);
      case "Date32" -> new DateEncoder(true);
      case "DateTime" -> new InstantEncoder(-1, zone(type, 0, zone));
      case "DateTime64" -> new InstantEncoder(type.number(0), zone(type, 1, zone));
      case "UUID" -> new UuidEncoder();
      case "IPv4" -> new AddressEncoder(false);
      case "IPv6" -> new AddressEncoder(true);
      case "Enum8" -> enumeration(1, type);
      case "Enum16" -> enumeration(2, type);
      case "LowCardinality" -> value(type.arguments().getFirst(), zone);
      case "SimpleAggregateFunction" -> value(type.arguments().getLast(), zone);
      case "Nullable" -> new NullableEncoder(value(type.arguments().getFirst(), zone));
      case "Array" -> new ElementsEncoder(value(type.arguments().getFirst(), zone));
      case "Map" ->
          new MapEncoder(
              value(type.arguments().getFirst(), zone), value(type.arguments().getLast(), zone));
      case "Tuple" -> tuple(type, zone);
      case "Nested" -> new ElementsEncoder(tuple(type, zone));
      case "JSON" -> new StringEncoder(true);
      default -> new UnknownTypeEncoder();
    };
  }

  private static int bits(String name, String prefix) {
    return Integer.parseInt(name.substring(prefix.length()));
  }

  private static ZoneId zone(TypeName type, int argument, ZoneId otherwise) {
    if (type.arguments().size() <= argument) {
      return otherwise;
    }
    try {
      return ZoneId.of(TypeName.named(type.arguments().get(argument)).getFirst());
    } catch (DateTimeException e) {
      // A zone that only the server knows: the text's own counts, and for others the server's.
      return otherwise;
    }
  }

  private static EnumEncoder enumeration(int width, TypeName type) {
    var numbers = new HashMap<String, Integer>();
    for (var each : type.arguments()) {
      var named = TypeName.named(each);
      numbers.put(named.getFirst(), Integer.valueOf(named.getLast().replaceFirst("=\\s*", "")));
    }
    return new EnumEncoder(width, numbers);
  }

  private static TupleEncoder tuple(TypeName type, ZoneId zone) {
    var names = new ArrayList<String>();
    var elements = new ArrayList<ValueEncoder>();
    for (var each : type.arguments()) {
      var named = TypeName.named(each);
      names.add(named.getFirst());
      elements.add(value(named.getLast(), zone));
    }
    return new TupleEncoder(names.contains("") ? List.of() : names, elements);
  }
}
