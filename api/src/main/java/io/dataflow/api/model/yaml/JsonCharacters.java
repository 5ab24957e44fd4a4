package io.dataflow.api.model.yaml;

/// JSON is YAML but for some characters that YAML wants escaped and JSON does not. The API server
/// hands out JSON, with whatever people have written into annotations.
final class JsonCharacters {
  private JsonCharacters() {}

  /// The text; where it looks like a JSON object, with those characters escaped: they can only
  /// stand in strings.
  static String readable(String text) {
    if (!text.startsWith("{") || text.codePoints().allMatch(JsonCharacters::isPlain)) {
      return text;
    }
    var out = new StringBuilder(text.length() + 16);
    text.codePoints()
        .forEach(
            c -> {
              if (isPlain(c)) {
                out.appendCodePoint(c);
              } else {
                out.append("\\u%04x".formatted(c));
              }
            });
    return out.toString();
  }

  /// Control characters below the blank JSON escapes itself.
  private static boolean isPlain(int c) {
    return c < 0x7f || c == 0x85 || c >= 0xa0 && c != 0xfffe && c != 0xffff;
  }
}
