package io.dataflow.api.json;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/// Checks the strings, numbers and words of JSON, byte by byte, without keeping anything. Strings
/// are checked eight bytes at a time for as long as they are plain.
abstract class JsonScanner {
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long HIGH_BITS = 0x8080808080808080L;
  private static final long ONES = 0x0101010101010101L;

  final byte[] bytes;
  final int end;
  int pos;

  JsonScanner(byte[] bytes, int start, int end) {
    this.bytes = bytes;
    this.pos = start;
    this.end = end;
  }

  final int peek() {
    return pos < end ? bytes[pos] : -1;
  }

  final void skipBlanks() {
    while (pos < end) {
      byte b = bytes[pos];
      // Nearly always the first: one comparison.
      if (b > ' ' || b != ' ' && b != '\n' && b != '\r' && b != '\t') {
        return;
      }
      pos++;
    }
  }

  /// U+FEFF, which some writers put before a text; it is no part of the text.
  final void skipByteOrderMark() {
    if (end - pos >= 3
        && bytes[pos] == (byte) 0xEF
        && bytes[pos + 1] == (byte) 0xBB
        && bytes[pos + 2] == (byte) 0xBF) {
      pos += 3;
    }
  }

  final void expect(char wanted) {
    if (pos >= end || bytes[pos] != wanted) {
      throw fail("expected `" + wanted + "`");
    }
    pos++;
  }

  /// Goes over a value that holds no others and begins with this byte.
  final void skipScalar(int b) {
    switch (b) {
      case '"' -> skipString();
      case 't' -> skipWord("true");
      case 'f' -> skipWord("false");
      case 'n' -> skipWord("null");
      case '-', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> skipNumber();
      default -> throw fail("expected a value");
    }
  }

  /// Goes over a string, from its opening to behind its closing quote.
  final void skipString() {
    expect('"');
    while (true) {
      skipPlain();
      int b = peek();
      if (b == '"') {
        pos++;
        return;
      } else if (b == '\\') {
        skipEscape();
      } else if (pos < end && b < 0) {
        skipMultibyte();
      } else if (pos >= end) {
        throw fail("the text is not closed");
      } else {
        throw fail("a control character in a text");
      }
    }
  }

  private void skipPlain() {
    while (pos + 8 <= end) {
      long word = (long) LONGS.get(bytes, pos);
      long quote = word ^ 0x2222222222222222L;
      long backslash = word ^ 0x5C5C5C5C5C5C5C5CL;
      long special =
          (word
                  | ((word - 0x2020202020202020L) & ~word)
                  | ((quote - ONES) & ~quote)
                  | ((backslash - ONES) & ~backslash))
              & HIGH_BITS;
      if (special != 0) {
        pos += Long.numberOfTrailingZeros(special) >>> 3;
        return;
      }
      pos += 8;
    }
    while (pos < end) {
      byte b = bytes[pos];
      if (b < 0x20 || b == '"' || b == '\\') {
        return;
      }
      pos++;
    }
  }

  private void skipEscape() {
    pos++;
    switch (peek()) {
      case '"', '\\', '/', 'b', 'f', 'n', 'r', 't' -> pos++;
      case 'u' -> {
        pos++;
        for (int i = 0; i < 4; i++, pos++) {
          if (Character.digit(peek(), 16) < 0) {
            throw fail("`\\u` without four hexadecimal digits");
          }
        }
      }
      default -> throw fail("an unknown escape in a text");
    }
  }

  private void skipMultibyte() {
    int first = bytes[pos] & 0xFF;
    int length = first < 0xC2 ? 0 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : first < 0xF5 ? 4 : 0;
    if (length == 0 || pos + length > end) {
      throw fail("not UTF-8");
    }
    int second = bytes[pos + 1] & 0xFF;
    boolean outside =
        switch (first) {
          case 0xE0 -> second < 0xA0;
          case 0xED -> second > 0x9F;
          case 0xF0 -> second < 0x90;
          case 0xF4 -> second > 0x8F;
          default -> false;
        };
    for (int i = 1; i < length; i++) {
      outside |= (bytes[pos + i] & 0xC0) != 0x80;
    }
    if (outside) {
      throw fail("not UTF-8");
    }
    pos += length;
  }

  final void skipNumber() {
    if (peek() == '-') {
      pos++;
    }
    if (peek() == '0') {
      pos++;
    } else {
      skipDigits();
    }
    if (peek() == '.') {
      pos++;
      skipDigits();
    }
    if (peek() == 'e' || peek() == 'E') {
      pos++;
      if (peek() == '+' || peek() == '-') {
        pos++;
      }
      skipDigits();
    }
  }

  private void skipDigits() {
    int from = pos;
    while (pos < end && bytes[pos] >= '0' && bytes[pos] <= '9') {
      pos++;
    }
    if (pos == from) {
      throw fail("expected a digit");
    }
  }

  final void skipWord(String word) {
    for (int i = 0; i < word.length(); i++, pos++) {
      if (peek() != word.charAt(i)) {
        throw fail("expected `" + word + "`");
      }
    }
  }

  final JsonException fail(String message) {
    return new JsonException(pos >= end ? message + ", it ends" : message, pos);
  }
}
