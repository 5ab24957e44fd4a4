package io.dataflow.runtime.kafka.avro;

import java.util.Optional;
import java.util.function.ToLongFunction;
import org.apache.avro.LogicalType;
import org.apache.avro.Schema;

/// Single values as their writer's type has them, written as their reader's type wants: an `int`
/// may be read as a `double`, bytes as a string.
final class Primitives {
  private Primitives() {}

  static Value of(Schema writer, Schema reader) {
    var logical = Optional.ofNullable(reader.getLogicalType());
    return switch (writer.getType()) {
      case NULL -> (_, out) -> ScalarJson.writeNull(out);
      case BOOLEAN -> (in, out) -> ScalarJson.writeBoolean(in.readBoolean(), out);
      case INT -> whole(reader, logical, AvroInput::readInt);
      case LONG -> whole(reader, logical, AvroInput::readLong);
      case FLOAT ->
          reader.getType() == Schema.Type.DOUBLE
              ? (in, out) -> ScalarJson.writeDouble(in.readFloat(), out)
              : (in, out) -> ScalarJson.writeFloat(in.readFloat(), out);
      case DOUBLE -> (in, out) -> ScalarJson.writeDouble(in.readDouble(), out);
      case STRING, BYTES -> bytes(reader, logical, AvroInput::readLength);
      case FIXED -> bytes(reader, logical, _ -> writer.getFixedSize());
      case ARRAY, MAP, UNION, RECORD, ENUM ->
          throw new IllegalStateException(writer.getType() + " is no single value");
    };
  }

  private static Value whole(
      Schema reader, Optional<LogicalType> logical, ToLongFunction<AvroInput> number) {
    return switch (reader.getType()) {
      case FLOAT -> (in, out) -> ScalarJson.writeFloat(number.applyAsLong(in), out);
      case DOUBLE -> (in, out) -> ScalarJson.writeDouble(number.applyAsLong(in), out);
      default ->
          logical
              .flatMap(it -> LogicalScalars.ofNumber(it, number))
              .orElse((in, out) -> ScalarJson.writeLong(number.applyAsLong(in), out));
    };
  }

  private static Value bytes(
      Schema reader, Optional<LogicalType> logical, ToLongFunction<AvroInput> length) {
    if (reader.getType() == Schema.Type.STRING) {
      return (in, out) -> {
        int size = (int) length.applyAsLong(in);
        int start = in.skip(size);
        ScalarJson.writeText(in.bytes(), start, start + size, out);
      };
    }
    return logical
        .flatMap(it -> LogicalScalars.ofBytes(it, length))
        .orElse(
            (in, out) -> {
              int size = (int) length.applyAsLong(in);
              int start = in.skip(size);
              ScalarJson.writeBytes(in.bytes(), start, start + size, out);
            });
  }
}
