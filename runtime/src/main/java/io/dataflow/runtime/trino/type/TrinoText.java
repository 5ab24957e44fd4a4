package io.dataflow.runtime.trino.type;

import io.dataflow.api.json.Bytes;
import io.dataflow.runtime.connector.table.value.JsonValue;
import java.nio.charset.StandardCharsets;

/// varchar and char: a string's characters; anything else as its JSON, so that a number keeps every
/// digit.
///
/// @param most characters; -1 for any number of them
/// @param padded whether blanks at the end do not count
record TrinoText(int most, boolean padded) implements TrinoEncoder {
  @Override
  public void encode(byte[] json, int start, int end, Bytes out) {
    if (most < 0 && JsonValue.isText(json, start) && isPlain(json, start, end)) {
      out.put(json, start, end);
      return;
    }
    var text =
        JsonValue.isText(json, start)
            ? JsonValue.text(json, start, end)
            : new String(json, start, end - start, StandardCharsets.UTF_8);
    var value = padded ? text.stripTrailing() : text;
    if (most >= 0 && value.codePointCount(0, value.length()) > most) {
      throw TrinoEncoder.wrong("the text is longer than " + most + " characters");
    }
    TrinoEncoder.putText(value, out);
  }

  private static boolean isPlain(byte[] json, int start, int end) {
    for (int i = start; i < end; i++) {
      if (json[i] == '\\') {
        return false;
      }
    }
    return true;
  }
}
