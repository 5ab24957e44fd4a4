package io.dataflow.api.json;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// A field's name as it stands in JSON, quotes included.
final class QuotedName {
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());

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

  /// Which of these is the name; -1 when none is.
  static int search(byte[][] all, String name) {
    var quoted = JsonText.quoted(name);
    for (int i = 0; i < all.length; i++) {
      boolean escaped = isEscaped(all[i], 0, all[i].length);
      if (Arrays.equals(all[i], quoted)
          || escaped && JsonText.decode(all[i], 1, all[i].length - 1).equals(name)) {
        return i;
      }
    }
    return -1;
  }

  /// Whether a name stands in a place, where there is room for it. This runs for every field, and
  /// names are short: eight bytes at a time, the last eight whatever they share with others.
  static boolean standsAt(byte[] name, byte[] bytes, int start) {
    int last = name.length - Long.BYTES;
    if (last < 0) {
      return Arrays.equals(name, 0, name.length, bytes, start, start + name.length);
    }
    for (int i = 0; i < last; i += Long.BYTES) {
      if ((long) LONGS.get(name, i) != (long) LONGS.get(bytes, start + i)) {
        return false;
      }
    }
    return (long) LONGS.get(name, last) == (long) LONGS.get(bytes, start + last);
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
