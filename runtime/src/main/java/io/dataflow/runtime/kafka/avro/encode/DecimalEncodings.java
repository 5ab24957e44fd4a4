package io.dataflow.runtime.kafka.avro.encode;

import io.dataflow.api.json.Bytes;
import io.dataflow.api.json.JsonScalar;
import io.dataflow.api.json.ScalarKind;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.Optional;
import org.apache.avro.LogicalTypes;

/// Decimals: a number of another scale is written where that takes away no digit but noughts.
final class DecimalEncodings {
  /// Digits before the point: to work with more costs more than their number.
  private static final int DIGITS_MOST = 4096;

  private DecimalEncodings() {}

  static Encoding inBytes(LogicalTypes.Decimal type) {
    return Encoding.of(
        ScalarKind.NUMBER,
        wanted(type),
        (value, out) -> {
          var unscaled = unscaled(value, type).map(BigInteger::toByteArray);
          unscaled.ifPresent(bytes -> out.writeCounted(bytes, 0, bytes.length));
          return unscaled.isPresent();
        });
  }

  static Encoding inFixed(LogicalTypes.Decimal type, int size) {
    return Encoding.of(
        ScalarKind.NUMBER,
        wanted(type) + " in " + size + " bytes",
        (value, out) -> {
          var unscaled =
              unscaled(value, type)
                  .filter(it -> it.bitLength() < Byte.SIZE * size)
                  .map(it -> extended(it, size));
          unscaled.ifPresent(out::write);
          return unscaled.isPresent();
        });
  }

  private static String wanted(LogicalTypes.Decimal type) {
    return "a number of at most "
        + type.getPrecision()
        + " digits, "
        + type.getScale()
        + " of them behind the point";
  }

  private static byte[] extended(BigInteger number, int size) {
    var bytes = number.toByteArray();
    var all = new byte[size];
    Arrays.fill(all, (byte) (number.signum() < 0 ? -1 : 0));
    System.arraycopy(bytes, 0, all, size - bytes.length, bytes.length);
    return all;
  }

  private static Optional<BigInteger> unscaled(JsonScalar value, LogicalTypes.Decimal type) {
    return NumberEncodings.exact(value)
        .flatMap(it -> unscaled(it, type.getPrecision(), type.getScale()));
  }

  private static Optional<BigInteger> unscaled(BigDecimal number, int precision, int scale) {
    if (number.signum() == 0) {
      return Optional.of(BigInteger.ZERO);
    }
    long whole = (long) number.precision() - number.scale();
    // With a large exponent the noughts alone would take all the memory there is.
    if (whole > precision - scale
        || whole > DIGITS_MOST
        || (long) number.scale() - scale >= number.precision()) {
      return Optional.empty();
    }
    try {
      return Optional.of(number.setScale(scale, RoundingMode.UNNECESSARY).unscaledValue());
    } catch (ArithmeticException e) {
      return Optional.empty();
    }
  }

  /// A decimal that brings its own scale, both of them in a piece of Avro inside the bytes.
  static Encoding withItsScale() {
    return Encoding.of(
        ScalarKind.NUMBER,
        "a number",
        (value, out) -> {
          var number = NumberEncodings.exact(value);
          number.ifPresent(it -> writeWithItsScale(it, out));
          return number.isPresent();
        });
  }

  private static void writeWithItsScale(BigDecimal number, AvroOutput out) {
    var bytes = new Bytes(32);
    var inner = new AvroOutput(bytes);
    var unscaled = number.unscaledValue().toByteArray();
    inner.writeCounted(unscaled, 0, unscaled.length);
    inner.writeLong(number.scale());
    out.writeCounted(bytes.array(), 0, bytes.size());
  }
}
