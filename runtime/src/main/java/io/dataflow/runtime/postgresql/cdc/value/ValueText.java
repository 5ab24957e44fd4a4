package io.dataflow.runtime.postgresql.cdc.value;

import io.dataflow.api.json.Bytes;
import java.nio.charset.StandardCharsets;

/// Pieces of the server's text as JSON.
final class ValueText {
  private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

  private ValueText() {}

  /// As a JSON string, quotes included.
  static void quote(byte[] text, int start, int end, Bytes out) {
    out.put('"');
    int from = start;
    for (int i = start; i < end; i++) {
      byte b = text[i];
      if (b == '"' || b == '\\' || b >= 0 && b < 0x20) {
        out.put(text, from, i);
        escape(b, out);
        from = i + 1;
      }
    }
    out.put(text, from, end);
    out.put('"');
  }

  private static void escape(byte b, Bytes out) {
    out.put('\\');
    switch (b) {
      case '"', '\\' -> out.put(b);
      case '\n' -> out.put('n');
      case '\r' -> out.put('r');
      case '\t' -> out.put('t');
      case '\b' -> out.put('b');
      case '\f' -> out.put('f');
      default -> {
        out.put("u00");
        out.put(HEX[b >> 4]);
        out.put(HEX[b & 15]);
      }
    }
  }

  /// A time: the blank before the clock is a `T`, and what ends the zone is put behind it.
  static void time(byte[] text, int start, int end, String behindZone, Bytes out) {
    int blank = start;
    while (blank < end && text[blank] != ' ') {
      blank++;
    }
    out.put('"');
    out.put(text, start, blank);
    if (blank < end) {
      // Behind the clock there may be ` BC`.
      int clockEnd = blank + 1;
      while (clockEnd < end && text[clockEnd] != ' ') {
        clockEnd++;
      }
      out.put('T');
      out.put(text, blank + 1, clockEnd);
      out.put(behindZone);
      out.put(text, clockEnd, end);
    }
    out.put('"');
  }
}
