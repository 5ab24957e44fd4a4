package io.dataflow.api.json;

import java.nio.charset.StandardCharsets;

/// A string, number, boolean or null: a slice of the bytes it came in.
public final class JsonScalar implements Json {
  /// `null`.
  public static final JsonScalar NULL = literal("null");

  /// `true`.
  public static final JsonScalar TRUE = literal("true");

  /// `false`.
  public static final JsonScalar FALSE = literal("false");

  private final byte[] bytes;
  private final int start;
  private final int end;

  JsonScalar(byte[] bytes, int start, int end) {
    this.bytes = bytes;
    this.start = start;
    this.end = end;
  }

  /// A JSON string of the text.
  public static JsonScalar of(String text) {
    var out = new Bytes(text.length() + 8);
    JsonText.write(text, out);
    var array = out.toByteArray();
    return new JsonScalar(array, 0, array.length);
  }

  /// A JSON string of ASCII bytes that need no escaping, quotes included; not copied.
  public static JsonScalar ofQuoted(byte[] quoted) {
    return new JsonScalar(quoted, 0, quoted.length);
  }

  /// A whole number.
  public static JsonScalar of(long number) {
    return literal(Long.toString(number));
  }

  private static JsonScalar literal(String json) {
    var array = json.getBytes(StandardCharsets.US_ASCII);
    return new JsonScalar(array, 0, array.length);
  }

  /// Which of the four it is.
  public ScalarKind kind() {
    return switch (bytes[start]) {
      case '"' -> ScalarKind.STRING;
      case 't', 'f' -> ScalarKind.BOOLEAN;
      case 'n' -> ScalarKind.NULL;
      default -> ScalarKind.NUMBER;
    };
  }

  /// Whether it is `true`.
  public boolean isTrue() {
    return bytes[start] == 't';
  }

  /// Whether a number is nought, however it is written; not for other kinds.
  public boolean isZero() {
    return Decimals.isZero(bytes, start, end);
  }

  /// The bytes that hold it; with [#start] and [#end] its JSON, quotes and escapes included.
  public byte[] bytes() {
    return bytes;
  }

  /// Where it begins in [#bytes].
  public int start() {
    return start;
  }

  /// Where it has ended in [#bytes].
  public int end() {
    return end;
  }

  @Override
  public void writeTo(Bytes out) {
    out.put(bytes, start, end);
  }

  @Override
  public boolean isModified() {
    return false;
  }

  @Override
  public String text() {
    return switch (kind()) {
      case STRING -> JsonText.decode(bytes, start + 1, end - 1);
      case NULL -> "";
      case BOOLEAN, NUMBER -> new String(bytes, start, end - start, StandardCharsets.US_ASCII);
    };
  }

  @Override
  public Json copy() {
    return this;
  }

  @Override
  public String toString() {
    return new String(bytes, start, end - start, StandardCharsets.UTF_8);
  }
}
