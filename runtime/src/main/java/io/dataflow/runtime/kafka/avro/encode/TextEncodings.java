package io.dataflow.runtime.kafka.avro.encode;

import io.dataflow.api.json.JsonText;
import io.dataflow.api.json.ScalarKind;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// Texts.
final class TextEncodings {
  private static final Pattern UUID =
      Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

  private TextEncodings() {}

  static Encoding plain() {
    return Encoding.of(
        ScalarKind.STRING,
        "a text",
        (value, out) -> write(value.bytes(), value.start() + 1, value.end() - 1, out));
  }

  /// Numbers that no number of Avro holds, as the digits that they are written with.
  static Encoding digits() {
    return Encoding.of(
        ScalarKind.NUMBER,
        "a number",
        (value, out) -> {
          out.writeCounted(value.bytes(), value.start(), value.end());
          return true;
        });
  }

  static boolean isUuid(String text) {
    return UUID.matcher(text).matches();
  }

  static Encoding uuid() {
    return Encoding.ofText(
        "a UUID",
        (text, out) -> {
          if (!isUuid(text)) {
            return false;
          }
          var bytes = text.getBytes(StandardCharsets.US_ASCII);
          out.writeCounted(bytes, 0, bytes.length);
          return true;
        });
  }

  static Encoding symbols(List<String> symbols) {
    Map<String, Integer> places = new HashMap<>();
    for (var symbol : symbols) {
      places.put(symbol, places.size());
    }
    return Encoding.ofText(
        "a symbol of the schema's enum",
        (text, out) -> {
          var place = places.get(text);
          if (place == null) {
            return false;
          }
          out.writeLong(place);
          return true;
        });
  }

  /// Appends the characters of a JSON string, behind their number of bytes; false when they are not
  /// whole characters, which UTF-8 cannot write.
  ///
  /// @param start behind the opening quote
  /// @param end before the closing one
  static boolean write(byte[] json, int start, int end, AvroOutput out) {
    for (int i = start; i < end; i++) {
      if (json[i] == '\\') {
        return writeEscaped(JsonText.decode(json, start, end), out);
      }
    }
    out.writeCounted(json, start, end);
    return true;
  }

  private static boolean writeEscaped(String text, AvroOutput out) {
    try {
      var bytes = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text));
      out.writeCounted(bytes.array(), 0, bytes.limit());
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }
}
