package io.dataflow.runtime.connector.table.value;

import io.dataflow.api.json.Json;
import io.dataflow.api.json.JsonText;
import io.dataflow.api.transformation.RecordException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// A JSON value as bytes, looked at for what a column needs.
public final class JsonValue {
  /// No column holds a number with a larger exponent, and working one out could take all memory.
  private static final int EXPONENT_MAX = 400;

  private JsonValue() {}

  /// Whether it is a string.
  public static boolean isText(byte[] json, int start) {
    return json[start] == '"';
  }

  /// Whether it is an object or an array.
  public static boolean isContainer(byte[] json, int start) {
    return json[start] == '{' || json[start] == '[';
  }

  /// The characters of a string.
  ///
  /// @throws RecordException when half a character is among them
  public static String text(byte[] json, int start, int end) {
    var text = JsonText.decode(json, start + 1, end - 1);
    if (!StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
      throw new RecordException("the text has half a surrogate pair, which no UTF-8 text has");
    }
    return text;
  }

  /// The number, or the one that a string writes.
  public static BigDecimal number(byte[] json, int start, int end) {
    boolean text = isText(json, start);
    if (isContainer(json, start)
        || json[start] == 't'
        || json[start] == 'f'
        || json[start] == 'n') {
      throw new RecordException("the value is no number");
    }
    var digits = text ? text(json, start, end) : ascii(json, start, end);
    try {
      var number = new BigDecimal(digits.strip());
      if (Math.abs((long) number.scale()) > EXPONENT_MAX + digits.length()) {
        throw new RecordException("the number is out of range");
      }
      return number;
    } catch (NumberFormatException e) {
      throw new RecordException("the value is no number");
    }
  }

  /// The characters of a number or a word.
  public static String ascii(byte[] json, int start, int end) {
    return new String(json, start, end - start, StandardCharsets.ISO_8859_1);
  }

  /// What is in an object or an array.
  public static Json parsed(byte[] json, int start, int end) {
    return Json.parse(Arrays.copyOfRange(json, start, end));
  }
}
