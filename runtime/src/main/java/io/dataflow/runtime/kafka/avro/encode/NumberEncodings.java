package io.dataflow.runtime.kafka.avro.encode;

import io.dataflow.api.json.JsonScalar;
import io.dataflow.api.json.ScalarKind;
import java.math.BigDecimal;
import java.util.Optional;

/// Numbers, which keep every digit or are not written.
final class NumberEncodings {
  /// Characters of a number: to work with more costs more than their number.
  private static final int LENGTH_MOST = 4096;

  /// Digits that a `long` holds, whatever they are.
  private static final int LONG_DIGITS = 18;

  /// Digits that come back out of a `double` and a `float`, whatever they are.
  private static final int DOUBLE_DIGITS = 15;

  private static final int FLOAT_DIGITS = 6;

  private NumberEncodings() {}

  static Encoding ofInt() {
    return Encoding.of(
        ScalarKind.NUMBER,
        "a whole number of 32 bits",
        (value, out) -> Encoding.put(whole(value).filter(it -> it == it.intValue()), out));
  }

  static Encoding ofLong() {
    return Encoding.of(
        ScalarKind.NUMBER,
        "a whole number of 64 bits",
        (value, out) -> Encoding.put(whole(value), out));
  }

  static Encoding ofDouble() {
    return Encoding.either(
        Encoding.of(
            ScalarKind.NUMBER,
            "a number whose digits a `double` keeps",
            (value, out) -> {
              if (!isDouble(value)) {
                return false;
              }
              out.writeDouble(Double.parseDouble(value.text()));
              return true;
            }),
        noNumber((value, out) -> out.writeDouble(value)));
  }

  static Encoding ofFloat() {
    return Encoding.either(
        Encoding.of(
            ScalarKind.NUMBER,
            "a number whose digits a `float` keeps",
            (value, out) -> {
              if (!isFloat(value)) {
                return false;
              }
              out.writeFloat(Float.parseFloat(value.text()));
              return true;
            }),
        noNumber((value, out) -> out.writeFloat((float) value)));
  }

  private interface Special {
    void write(double value, AvroOutput out);
  }

  /// What JSON has no number for, and takes as a text.
  private static Encoding noNumber(Special special) {
    return Encoding.ofText(
        "a number",
        (text, out) -> {
          boolean known = text.equals("NaN") || text.equals("Infinity") || text.equals("-Infinity");
          if (known) {
            special.write(Double.parseDouble(text), out);
          }
          return known;
        });
  }

  /// The number if it is a whole one of 64 bits, however it is written.
  static Optional<Long> whole(JsonScalar number) {
    var bytes = number.bytes();
    boolean negative = bytes[number.start()] == '-';
    int from = negative ? number.start() + 1 : number.start();
    if (number.end() - from > LONG_DIGITS || !isDigits(bytes, from, number.end())) {
      return exact(number).flatMap(NumberEncodings::toLong);
    }
    long value = 0;
    for (int i = from; i < number.end(); i++) {
      value = 10 * value + bytes[i] - '0';
    }
    return Optional.of(negative ? -value : value);
  }

  private static boolean isDigits(byte[] bytes, int start, int end) {
    for (int i = start; i < end; i++) {
      if (bytes[i] < '0' || bytes[i] > '9') {
        return false;
      }
    }
    return true;
  }

  private static Optional<Long> toLong(BigDecimal number) {
    try {
      return Optional.of(number.longValueExact());
    } catch (ArithmeticException e) {
      return Optional.empty();
    }
  }

  /// The number with all its digits; empty when they, or its exponent, are too long to work with.
  static Optional<BigDecimal> exact(JsonScalar number) {
    if (number.end() - number.start() > LENGTH_MOST) {
      return Optional.empty();
    }
    try {
      return Optional.of(new BigDecimal(number.text()));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  /// Whether the digits of the number come back out of a `double`.
  static boolean isDouble(JsonScalar number) {
    if (isShort(number, DOUBLE_DIGITS)) {
      return true;
    }
    var exact = exact(number);
    if (exact.isEmpty()) {
      return false;
    }
    double value = exact.get().doubleValue();
    return Double.isFinite(value)
        && new BigDecimal(Double.toString(value)).compareTo(exact.get()) == 0;
  }

  private static boolean isFloat(JsonScalar number) {
    if (isShort(number, FLOAT_DIGITS)) {
      return true;
    }
    var exact = exact(number);
    if (exact.isEmpty()) {
      return false;
    }
    float value = exact.get().floatValue();
    return Float.isFinite(value)
        && new BigDecimal(Float.toString(value)).compareTo(exact.get()) == 0;
  }

  private static boolean isShort(JsonScalar number, int digits) {
    int count = 0;
    for (int i = number.start(); i < number.end(); i++) {
      int b = number.bytes()[i];
      if (b == 'e' || b == 'E') {
        return false;
      }
      if (b != '-' && b != '.') {
        count++;
      }
    }
    return count <= digits;
  }
}
