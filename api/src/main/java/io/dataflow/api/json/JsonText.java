package io.dataflow.api.json;

import java.nio.charset.StandardCharsets;

/// The way between text and the inside of a JSON string.
public final class JsonText {
  private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

  private JsonText() {}

  /// The characters of a string that the parser has checked; `start` and `end` without the quotes.
  public static String decode(byte[] bytes, int start, int end) {
    for (int i = start; i < end; i++) {
      if (bytes[i] == '\\') {
        return unescape(new String(bytes, start, end - start, StandardCharsets.UTF_8));
      }
    }
    return new String(bytes, start, end - start, StandardCharsets.UTF_8);
  }

  /// Appends the text as a JSON string, quotes included. Half a pair of UTF-16 is no character that
  /// UTF-8 could write, so it becomes an escape, as which it came.
  public static void write(String text, Bytes out) {
    out.put('"');
    int from = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isSurrogate(c)) {
        if (Character.isSurrogatePair(c, i + 1 < text.length() ? text.charAt(i + 1) : ' ')) {
          i++;
        } else {
          writePlain(text.substring(from, i), out);
          writeEscape(c, out);
          from = i + 1;
        }
      }
    }
    writePlain(text.substring(from), out);
    out.put('"');
  }

  private static void writePlain(String text, Bytes out) {
    var bytes = text.getBytes(StandardCharsets.UTF_8);
    int from = 0;
    for (int i = 0; i < bytes.length; i++) {
      byte b = bytes[i];
      if (b == '"' || b == '\\' || b >= 0 && b < 0x20) {
        out.put(bytes, from, i);
        writeEscaped(b, out);
        from = i + 1;
      }
    }
    out.put(bytes, from, bytes.length);
  }

  private static void writeEscaped(byte b, Bytes out) {
    if (b < 0x20) {
      writeControl(b, out);
    } else {
      out.put('\\');
      out.put(b);
    }
  }

  /// The text as a JSON string, quotes included.
  public static byte[] quoted(String text) {
    var out = new Bytes(text.length() + 2);
    write(text, out);
    return out.toByteArray();
  }

  private static void writeControl(byte b, Bytes out) {
    int letter = "\n\r\t\b\f".indexOf(b);
    if (letter < 0) {
      writeEscape((char) b, out);
    } else {
      out.put('\\');
      out.put("nrtbf".charAt(letter));
    }
  }

  private static void writeEscape(char c, Bytes out) {
    out.put('\\');
    out.put('u');
    for (int shift = 12; shift >= 0; shift -= 4) {
      out.put(HEX[c >> shift & 15]);
    }
  }

  private static String unescape(String raw) {
    var text = new StringBuilder(raw.length());
    for (int i = 0; i < raw.length(); i++) {
      char c = raw.charAt(i);
      if (c != '\\') {
        text.append(c);
        continue;
      }
      char escape = raw.charAt(++i);
      switch (escape) {
        case 'n' -> text.append('\n');
        case 't' -> text.append('\t');
        case 'r' -> text.append('\r');
        case 'b' -> text.append('\b');
        case 'f' -> text.append('\f');
        case 'u' -> {
          text.append((char) Integer.parseInt(raw, i + 1, i + 5, 16));
          i += 4;
        }
        default -> text.append(escape);
      }
    }
    return text.toString();
  }
}
