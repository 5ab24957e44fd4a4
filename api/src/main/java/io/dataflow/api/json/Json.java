package io.dataflow.api.json;

/// A JSON value that is still the bytes it came in. Nothing is decoded before somebody asks for it
/// and what nobody changed is written back byte for byte, so numbers keep every digit.
public sealed interface Json permits JsonObject, JsonArray, JsonScalar {

  /// Reads one JSON document (RFC 8259, UTF-8). The whole of it is checked here, so whatever is
  /// read out of it later cannot fail. `bytes` belong to the result and must not be changed.
  ///
  /// @throws JsonException when the bytes are not one JSON document, with or without a byte order
  ///     mark before it
  static Json parse(byte[] bytes) {
    return new JsonParser(bytes).document();
  }

  /// The value in `bytes` from `start` to before `end`, which the parser has checked already.
  static Json slice(byte[] bytes, int start, int end) {
    return switch (bytes[start]) {
      case '{' -> new JsonObject(bytes, start, end);
      case '[' -> new JsonArray(bytes, start, end);
      default -> new JsonScalar(bytes, start, end);
    };
  }

  /// Appends the value as JSON.
  void writeTo(Bytes out);

  /// Whether it, or anything in it, differs from the bytes it was read from.
  boolean isModified();

  /// The text form that conditions and masks work with: a string's characters, `null` as the empty
  /// text, everything else as its JSON.
  String text();

  /// A copy that can be changed without changing this one.
  Json copy();

  /// The value as JSON bytes.
  default byte[] toBytes() {
    var out = new Bytes(256);
    writeTo(out);
    return out.toByteArray();
  }
}
