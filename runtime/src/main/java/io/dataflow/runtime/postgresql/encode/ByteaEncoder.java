package io.dataflow.runtime.postgresql.encode;

import io.dataflow.api.json.Bytes;
import io.dataflow.api.json.JsonText;
import io.dataflow.api.transformation.RecordException;
import io.dataflow.runtime.connector.table.ColumnEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/// Bytes, given as `\x` and hexadecimal digits or as base64 (either alphabet, padding optional).
record ByteaEncoder() implements ColumnEncoder {
  private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] START = {'\\', '\\', 'x'};

  @Override
  public void encode(byte[] json, int start, int end, Bytes out) {
    if (json[start] != '"') {
      throw new RecordException("bytes must be a text: base64, or `\\x` and hexadecimal digits");
    }
    var text = JsonText.decode(json, start + 1, end - 1);
    if (text.startsWith("\\x")) {
      putHex(text, out);
      return;
    }
    out.put(START);
    for (byte each : decode(text)) {
      out.put(HEX[each >> 4 & 15]);
      out.put(HEX[each & 15]);
    }
  }

  private static void putHex(String text, Bytes out) {
    if (text.length() % 2 != 0) {
      throw new RecordException("an odd number of hexadecimal digits");
    }
    out.put(START);
    for (int i = 2; i < text.length(); i++) {
      int digit = text.charAt(i) < 128 ? Character.digit(text.charAt(i), 16) : -1;
      if (digit < 0) {
        throw new RecordException("something else than hexadecimal digits behind the `\\x`");
      }
      out.put(HEX[digit]);
    }
  }

  private static byte[] decode(String text) {
    boolean url = text.indexOf('-') >= 0 || text.indexOf('_') >= 0;
    try {
      return (url ? Base64.getUrlDecoder() : Base64.getDecoder()).decode(text);
    } catch (IllegalArgumentException e) {
      throw new RecordException("the text is neither base64 nor `\\x` and hexadecimal digits");
    }
  }
}
