package io.dataflow.api.json;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// The text form of a value, which is what conditions compare and masks measure: a string's
/// characters, nothing for `null`, everything else as its JSON. UTF-8, and where it can be the very
/// bytes of the record.
public final class TextForm {
  private static final TextForm EMPTY = new TextForm(new byte[0], 0, 0);

  private final byte[] bytes;
  private final int start;
  private final int end;

  private TextForm(byte[] bytes, int start, int end) {
    this.bytes = bytes;
    this.start = start;
    this.end = end;
  }

  /// The form of a text.
  public static TextForm of(String text) {
    var bytes = text.getBytes(StandardCharsets.UTF_8);
    return new TextForm(bytes, 0, bytes.length);
  }

  /// The form of a value.
  public static TextForm of(Json value) {
    if (!(value instanceof JsonScalar scalar)) {
      var bytes = value.toBytes();
      return new TextForm(bytes, 0, bytes.length);
    }
    return switch (scalar.kind()) {
      case NULL -> EMPTY;
      case NUMBER, BOOLEAN -> new TextForm(scalar.bytes(), scalar.start(), scalar.end());
      case STRING -> ofString(scalar.bytes(), scalar.start() + 1, scalar.end() - 1);
    };
  }

  private static TextForm ofString(byte[] bytes, int start, int end) {
    for (int i = start; i < end; i++) {
      if (bytes[i] == '\\') {
        return of(JsonText.decode(bytes, start, end));
      }
    }
    return new TextForm(bytes, start, end);
  }

  /// Whether both are the same, byte for byte: `5.0` is not `5`.
  public boolean sameAs(TextForm other) {
    return Arrays.equals(bytes, start, end, other.bytes, other.start, other.end);
  }

  /// Negative, zero or positive as this comes before, with or behind the other: two numbers by
  /// their exact values, everything else in the order of Unicode.
  public int order(TextForm other) {
    if (isNumber() && other.isNumber()) {
      return Decimals.compare(bytes, start, end, other.bytes, other.start, other.end);
    }
    return Arrays.compareUnsigned(bytes, start, end, other.bytes, other.start, other.end);
  }

  /// Whether it reads as a number of JSON, be it one or a text.
  public boolean isNumber() {
    return Decimals.isNumber(bytes, start, end);
  }

  /// The whole number that it [reads as][#isNumber], however that is written: `5.0`, `1e3`.
  ///
  /// @throws ArithmeticException when it has a fraction or more than 64 bits
  public long toLong() {
    return Decimals.toLong(bytes, start, end);
  }

  /// A copy of its bytes, in UTF-8.
  public byte[] toBytes() {
    return Arrays.copyOfRange(bytes, start, end);
  }

  /// Whether there is nothing in it.
  public boolean isEmpty() {
    return start == end;
  }

  /// The number of characters (code points), which is not that of the bytes.
  public int characters() {
    int count = 0;
    for (int i = start; i < end; i++) {
      if ((bytes[i] & 0xC0) != 0x80) {
        count++;
      }
    }
    return count;
  }

  @Override
  public String toString() {
    return new String(bytes, start, end - start, StandardCharsets.UTF_8);
  }
}
