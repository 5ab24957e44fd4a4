package io.dataflow.runtime.kafka.avro;

import io.dataflow.api.json.Bytes;
import io.dataflow.api.json.JsonText;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/// Single values, and how they look in JSON.
final class ScalarJson {
  private static final byte[] NULL = {'n', 'u', 'l', 'l'};
  private static final byte[] TRUE = {'t', 'r', 'u', 'e'};
  private static final byte[] FALSE = {'f', 'a', 'l', 's', 'e'};

  private ScalarJson() {}

  static void writeNull(Bytes out) {
    out.put(NULL);
  }

  static void writeBoolean(boolean value, Bytes out) {
    out.put(value ? TRUE : FALSE);
  }

  static void writeLong(long value, Bytes out) {
    if (value == Long.MIN_VALUE) {
      out.put(Long.toString(value));
      return;
    }
    if (value < 0) {
      out.put('-');
    }
    digits(Math.abs(value), 1, out);
  }

  /// Appends a number that is not negative, with noughts before it where it has fewer digits.
  static void digits(long value, int least, Bytes out) {
    long power = 1;
    int count = 1;
    while (count < 19 && (count < least || value / power >= 10)) {
      power *= 10;
      count++;
    }
    for (; power > 0; power /= 10) {
      out.put('0' + (int) (value / power % 10));
    }
  }

  /// JSON has no word for what is no number, so that is text.
  static void writeDouble(double value, Bytes out) {
    write(Double.toString(value), Double.isFinite(value), out);
  }

  static void writeFloat(float value, Bytes out) {
    write(Float.toString(value), Float.isFinite(value), out);
  }

  private static void write(String number, boolean finite, Bytes out) {
    if (finite) {
      out.put(number);
    } else {
      out.put('"');
      out.put(number);
      out.put('"');
    }
  }

  /// Appends bytes that are to be UTF-8 as a string.
  static void writeText(byte[] bytes, int start, int end, Bytes out) {
    for (int i = start; i < end; i++) {
      byte b = bytes[i];
      if (b < 0x20 || b == '"' || b == '\\') {
        JsonText.write(text(bytes, start, end), out);
        return;
      }
    }
    out.put('"');
    out.put(bytes, start, end);
    out.put('"');
  }

  static String text(byte[] bytes, int start, int end) {
    var text = new String(bytes, start, end - start, StandardCharsets.UTF_8);
    // What is no UTF-8 has become this character, which may also have been there.
    if (text.indexOf('\uFFFD') >= 0) {
      try {
        StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, start, end - start));
      } catch (CharacterCodingException e) {
        throw new AvroFault("a string in it is not UTF-8");
      }
    }
    return text;
  }

  /// Appends bytes as base64.
  static void writeBytes(byte[] bytes, int start, int end, Bytes out) {
    out.put('"');
    out.put(Base64.getEncoder().encode(ByteBuffer.wrap(bytes, start, end - start)).array());
    out.put('"');
  }
}
