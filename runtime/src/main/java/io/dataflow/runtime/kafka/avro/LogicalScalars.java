package io.dataflow.runtime.kafka.avro;

import io.dataflow.api.json.Bytes;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Optional;
import java.util.function.ToLongFunction;
import org.apache.avro.LogicalType;
import org.apache.avro.LogicalTypes;

/// What the logical types make of numbers and of bytes; a type that is not here is what it is
/// stored as.
final class LogicalScalars {
  /// Bytes of a decimal: to write more digits costs more than their number.
  private static final int DECIMAL_MOST = 4096;

  private LogicalScalars() {}

  /// A number that means a date or a time.
  static Optional<Value> ofNumber(LogicalType type, ToLongFunction<AvroInput> number) {
    return Optional.ofNullable(
        switch (type) {
          case LogicalTypes.Date _ -> (in, out) -> Moments.writeDate(number.applyAsLong(in), out);
          case LogicalTypes.TimeMillis _ -> time(number, 3);
          case LogicalTypes.TimeMicros _ -> time(number, 6);
          case LogicalTypes.TimestampMillis _ -> timestamp(number, 3, true);
          case LogicalTypes.TimestampMicros _ -> timestamp(number, 6, true);
          case LogicalTypes.TimestampNanos _ -> timestamp(number, 9, true);
          case LogicalTypes.LocalTimestampMillis _ -> timestamp(number, 3, false);
          case LogicalTypes.LocalTimestampMicros _ -> timestamp(number, 6, false);
          case LogicalTypes.LocalTimestampNanos _ -> timestamp(number, 9, false);
          default -> null;
        });
  }

  private static Value time(ToLongFunction<AvroInput> number, int digits) {
    return (in, out) -> Moments.writeTime(number.applyAsLong(in), digits, out);
  }

  private static Value timestamp(ToLongFunction<AvroInput> number, int digits, boolean utc) {
    return (in, out) -> Moments.writeTimestamp(number.applyAsLong(in), digits, utc, out);
  }

  /// Bytes that mean something.
  ///
  /// @param length tells how long they are, as a fixed or as bytes do
  static Optional<Value> ofBytes(LogicalType type, ToLongFunction<AvroInput> length) {
    return Optional.ofNullable(
        switch (type) {
          case LogicalTypes.Decimal decimal ->
              (in, out) -> writeDecimal(in, (int) length.applyAsLong(in), decimal.getScale(), out);
          case LogicalTypes.BigDecimal _ ->
              (in, out) -> writeBigDecimal(in, (int) length.applyAsLong(in), out);
          case LogicalTypes.Uuid _ -> (in, out) -> writeUuid(in, (int) length.applyAsLong(in), out);
          case LogicalTypes.Duration _ ->
              (in, out) -> writeDuration(in, (int) length.applyAsLong(in), out);
          default -> null;
        });
  }

  private static BigInteger unscaled(AvroInput in, int length) {
    if (length == 0 || length > DECIMAL_MOST) {
      throw new AvroFault("a decimal in it has no byte, or more than " + DECIMAL_MOST);
    }
    return new BigInteger(in.bytes(), in.skip(length), length);
  }

  private static void writeDecimal(AvroInput in, int length, int scale, Bytes out) {
    if (length == 0 || length > Long.BYTES || scale > 18) {
      // A scale that no column has would be as many noughts.
      var number = new BigDecimal(unscaled(in, length), scale);
      out.put(scale > DECIMAL_MOST ? number.toString() : number.toPlainString());
      return;
    }
    int start = in.skip(length);
    long value = in.bytes()[start];
    for (int i = 1; i < length; i++) {
      value = value << 8 | in.bytes()[start + i] & 0xFF;
    }
    if (value == Long.MIN_VALUE) {
      out.put(BigDecimal.valueOf(value, scale).toPlainString());
      return;
    }
    if (value < 0) {
      out.put('-');
    }
    if (scale == 0) {
      ScalarJson.digits(Math.abs(value), 1, out);
      return;
    }
    long power = 1;
    for (int i = 0; i < scale; i++) {
      power *= 10;
    }
    ScalarJson.digits(Math.abs(value) / power, 1, out);
    out.put('.');
    ScalarJson.digits(Math.abs(value) % power, scale, out);
  }

  /// A decimal that brings its own scale, both of them in a piece of Avro inside the bytes.
  private static void writeBigDecimal(AvroInput in, int length, Bytes out) {
    var inner = new AvroInput(in.bytes(), in.pos(), in.pos() + length);
    in.skip(length);
    var unscaled = unscaled(inner, inner.readLength());
    // Not plain: a scale of some milliards is five bytes long.
    out.put(new BigDecimal(unscaled, inner.readInt()).toString());
  }

  private static void writeUuid(AvroInput in, int length, Bytes out) {
    if (length != 16) {
      throw new AvroFault("a UUID in it has not 16 bytes");
    }
    int start = in.skip(length);
    out.put('"');
    for (int i = 0; i < length; i++) {
      if (i == 4 || i == 6 || i == 8 || i == 10) {
        out.put('-');
      }
      out.put(Character.forDigit(in.bytes()[start + i] >> 4 & 15, 16));
      out.put(Character.forDigit(in.bytes()[start + i] & 15, 16));
    }
    out.put('"');
  }

  private static void writeDuration(AvroInput in, int length, Bytes out) {
    if (length != 12) {
      throw new AvroFault("a duration in it has not 12 bytes");
    }
    long months = in.littleEndian(Integer.BYTES);
    long days = in.littleEndian(Integer.BYTES);
    long millis = in.littleEndian(Integer.BYTES);
    var seconds = BigDecimal.valueOf(millis, 3).toPlainString();
    out.put("\"P" + months + "M" + days + "DT" + seconds + "S\"");
  }
}
