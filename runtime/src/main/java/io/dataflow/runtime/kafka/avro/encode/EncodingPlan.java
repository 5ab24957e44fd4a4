package io.dataflow.runtime.kafka.avro.encode;

import io.dataflow.api.json.ScalarKind;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.LogicalType;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.io.EncoderFactory;

/// How the messages of a schema are written, worked out once and turned into an [Encoding] for each
/// type.
final class EncodingPlan {
  private final Map<String, RecordEncoding> records = new HashMap<>();

  private EncodingPlan() {}

  static Encoding of(Schema schema) {
    return new EncodingPlan().encoding(schema, true);
  }

  private Encoding encoding(Schema schema, boolean outermost) {
    return switch (schema.getType()) {
      case RECORD -> record(schema, outermost);
      case UNION -> union(schema, outermost);
      case ARRAY -> ContainerEncodings.array(encoding(schema.getElementType(), false));
      case MAP -> ContainerEncodings.map(encoding(schema.getValueType(), false));
      case ENUM -> TextEncodings.symbols(schema.getEnumSymbols());
      case NULL -> Encoding.of(ScalarKind.NULL, "`null`", (_, _) -> true);
      case BOOLEAN ->
          Encoding.of(
              ScalarKind.BOOLEAN,
              "`true` or `false`",
              (value, out) -> {
                out.writeByte(value.isTrue() ? 1 : 0);
                return true;
              });
      case FLOAT -> NumberEncodings.ofFloat();
      case DOUBLE -> NumberEncodings.ofDouble();
      case INT -> whole(schema, NumberEncodings.ofInt());
      case LONG -> whole(schema, NumberEncodings.ofLong());
      case STRING -> text(schema);
      case BYTES -> bytes(schema);
      case FIXED -> fixed(schema);
    };
  }

  private static Encoding whole(Schema schema, Encoding plain) {
    LogicalType logical = schema.getLogicalType();
    return switch (logical) {
      case LogicalTypes.Date _ -> TimeEncodings.date();
      case LogicalTypes.TimeMillis _ -> TimeEncodings.time(1_000);
      case LogicalTypes.TimeMicros _ -> TimeEncodings.time(1_000_000);
      case LogicalTypes.TimestampMillis _ -> TimeEncodings.timestamp(1_000);
      case LogicalTypes.TimestampMicros _ -> TimeEncodings.timestamp(1_000_000);
      case LogicalTypes.TimestampNanos _ -> TimeEncodings.timestamp(1_000_000_000);
      case LogicalTypes.LocalTimestampMillis _ -> TimeEncodings.localTimestamp(1_000);
      case LogicalTypes.LocalTimestampMicros _ -> TimeEncodings.localTimestamp(1_000_000);
      case LogicalTypes.LocalTimestampNanos _ -> TimeEncodings.localTimestamp(1_000_000_000);
      case null, default -> plain;
    };
  }

  private static Encoding text(Schema schema) {
    if (DerivedSchema.isDigits(schema)) {
      return TextEncodings.digits();
    }
    return schema.getLogicalType() instanceof LogicalTypes.Uuid
        ? TextEncodings.uuid()
        : TextEncodings.plain();
  }

  private static Encoding bytes(Schema schema) {
    LogicalType logical = schema.getLogicalType();
    return switch (logical) {
      case LogicalTypes.Decimal decimal -> DecimalEncodings.inBytes(decimal);
      case LogicalTypes.BigDecimal _ -> DecimalEncodings.withItsScale();
      case null, default -> BinaryEncodings.bytes();
    };
  }

  private static Encoding fixed(Schema schema) {
    LogicalType logical = schema.getLogicalType();
    return switch (logical) {
      case LogicalTypes.Decimal decimal -> DecimalEncodings.inFixed(decimal, schema.getFixedSize());
      case LogicalTypes.Uuid _ -> BinaryEncodings.uuid();
      case LogicalTypes.Duration _ -> BinaryEncodings.duration();
      case null, default -> BinaryEncodings.fixed(schema.getFixedSize());
    };
  }

  private Encoding union(Schema schema, boolean outermost) {
    List<Schema> types = schema.getTypes();
    return UnionEncoding.of(types, types.stream().map(it -> encoding(it, outermost)).toList());
  }

  private Encoding record(Schema schema, boolean outermost) {
    // The outermost one is never written as a list; the same type further in may be.
    var key = schema.getFullName() + (outermost ? "" : " inside");
    var known = records.get(key);
    if (known != null) {
      return known;
    }
    var made = new RecordEncoding(schema.getName(), !outermost && isWrapper(schema));
    records.put(key, made);
    for (var field : schema.getFields()) {
      var encoding = encoding(field.schema(), false);
      made.add(field.name(), encoding, otherwise(field));
    }
    return made;
  }

  /// Those who read take such a record for the list in it.
  private static boolean isWrapper(Schema record) {
    return record.getFields().size() == 1 && record.getFields().getFirst().name().equals("array");
  }

  private static Optional<byte[]> otherwise(Schema.Field field) {
    return field.hasDefaultValue() ? Optional.of(written(field)) : Optional.empty();
  }

  private static byte[] written(Schema.Field field) {
    try {
      var bytes = new ByteArrayOutputStream();
      var encoder = EncoderFactory.get().binaryEncoder(bytes, null);
      var value = GenericData.get().getDefaultValue(field);
      new GenericDatumWriter<>(field.schema()).write(value, encoder);
      encoder.flush();
      return bytes.toByteArray();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }
}
