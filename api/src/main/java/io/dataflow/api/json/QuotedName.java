package io.dataflow.api.json;

import java.nio.charset.StandardCharsets;

/// A field's name as it stands in JSON, quotes included.
final class QuotedName {
  private QuotedName() {}

  /// Whether it is written with escapes, so that other bytes may be the same name.
  static boolean isEscaped(byte[] bytes, int start, int end) {
    for (int i = start; i < end; i++) {
      if (bytes[i] == '\\') {
        return true;
      }
    }
    return false;
  }

  /// What stands before the value of a field that is not the first: comma, name, colon.
  static byte[] opening(byte[] quoted) {
    var out = new Bytes(quoted.length + 2);
    out.put(',');
    out.put(quoted);
    out.put(':');
    return out.toByteArray();
  }

  static String text(byte[] quoted) {
    return new String(quoted, StandardCharsets.UTF_8);
  }
}
