package io.dataflow.runtime.postgresql.encode;

import io.dataflow.api.json.Bytes;
import io.dataflow.api.transformation.RecordException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/// The text form of `COPY`: a line a row, tabs between columns, backslash escapes.
final class CopyText {
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long HIGH_BITS = 0x8080808080808080L;
  private static final long ONES = 0x0101010101010101L;
  private static final long BLANKS = 0x2020202020202020L;
  private static final long BACKSLASHES = 0x5C5C5C5C5C5C5C5CL;
  private static final byte[] BACKSLASH = {'\\', '\\'};

  private CopyText() {}

  /// Where the first byte is that needs a look, a control character or a backslash; `end` when none
  /// is. Nearly every value is plain, so this goes eight bytes at a time.
  static int plainEnd(byte[] bytes, int start, int end) {
    int i = start;
    for (; i + 8 <= end; i += 8) {
      long word = (long) LONGS.get(bytes, i);
      long backslash = word ^ BACKSLASHES;
      long special = ((word - BLANKS) & ~word) | ((backslash - ONES) & ~backslash);
      if ((special & HIGH_BITS) != 0) {
        break;
      }
    }
    while (i < end && bytes[i] != '\\' && (bytes[i] >= ' ' || bytes[i] < 0)) {
      i++;
    }
    return i;
  }

  /// Appends any bytes, escaped.
  static void putRaw(byte[] bytes, int start, int end, Bytes out) {
    int from = start;
    for (int i = plainEnd(bytes, start, end); i < end; i = plainEnd(bytes, i + 1, end)) {
      byte b = bytes[i];
      if (b == '\\' || b == '\n' || b == '\r' || b == '\t') {
        out.put(bytes, from, i);
        putCharacter(b, out);
        from = i + 1;
      }
    }
    out.put(bytes, from, end);
  }

  /// Appends the characters of a JSON string, escaped; `start` and `end` without its quotes.
  static void putString(byte[] json, int start, int end, Bytes out) {
    int from = start;
    // Without a backslash nothing needs escaping: JSON has no bare control characters.
    for (int i = plainEnd(json, start, end); i < end; i = plainEnd(json, from, end)) {
      out.put(json, from, i);
      from = putEscape(json, i + 1, end, out) + 1;
    }
    out.put(json, from, end);
  }

  /// Appends what an escape stands for and returns where its last byte is.
  private static int putEscape(byte[] json, int at, int end, Bytes out) {
    switch (json[at]) {
      case 'n' -> putCharacter('\n', out);
      case 't' -> putCharacter('\t', out);
      case 'r' -> putCharacter('\r', out);
      case 'b' -> out.put('\b');
      case 'f' -> out.put('\f');
      case 'u' -> {
        int unit = unit(json, at);
        if (!Character.isSurrogate((char) unit)) {
          putCharacter(unit, out);
          return at + 4;
        }
        boolean pair = at + 10 < end && json[at + 5] == '\\' && json[at + 6] == 'u';
        int second = pair ? unit(json, at + 6) : 0;
        if (!Character.isSurrogatePair((char) unit, (char) second)) {
          throw new RecordException(
              "the text has half of a surrogate pair (`\\u"
                  + Integer.toHexString(unit)
                  + "`), which is no character");
        }
        putCharacter(Character.toCodePoint((char) unit, (char) second), out);
        return at + 10;
      }
      default -> putCharacter(json[at], out);
    }
    return at;
  }

  private static int unit(byte[] json, int at) {
    int unit = 0;
    for (int i = at + 1; i <= at + 4; i++) {
      unit = unit << 4 | Character.digit(json[i], 16);
    }
    return unit;
  }

  private static void putCharacter(int character, Bytes out) {
    switch (character) {
      case 0 ->
          throw new RecordException(
              "the text has the character U+0000, which PostgreSQL cannot store");
      case '\n' -> putEscaped('n', out);
      case '\r' -> putEscaped('r', out);
      case '\t' -> putEscaped('t', out);
      case '\\' -> out.put(BACKSLASH, 0, 2);
      default -> {
        if (character < 0x80) {
          out.put(character);
        } else {
          out.put(Character.toString(character).getBytes(StandardCharsets.UTF_8));
        }
      }
    }
  }

  private static void putEscaped(char letter, Bytes out) {
    out.put('\\');
    out.put(letter);
  }
}
