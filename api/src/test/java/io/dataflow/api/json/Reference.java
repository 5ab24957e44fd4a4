package io.dataflow.api.json;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Another reader of JSON, small, recursive and slow, to hold the fast one against. Objects are
/// maps, arrays lists, texts strings; numbers and words are [Word]s.
public final class Reference {
  /// A number, `true`, `false` or `null`, as it was written.
  public record Word(String text) {}

  private static final Pattern WORD =
      Pattern.compile("true|false|null|-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]+)?");
  private static final Pattern BLANKS = Pattern.compile("[ \t\r\n]*");
  private static final Pattern TEXT =
      Pattern.compile(
          "\"((?:[^\"\\\\\\x00-\\x1f]|\\\\[\"\\\\/bfnrt]|\\\\u[0-9a-fA-F]{4})*+)\"",
          Pattern.DOTALL);

  private final String text;
  private int pos;

  private Reference(String text) {
    this.text = text;
  }

  /// The document; empty when the bytes are none.
  public static Optional<Object> read(byte[] bytes) {
    try {
      var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      var reader = new Reference(text);
      var value = reader.value();
      reader.match(BLANKS);
      return reader.pos == text.length() ? Optional.of(value) : Optional.empty();
    } catch (CharacterCodingException | IllegalStateException e) {
      return Optional.empty();
    }
  }

  private String match(Pattern pattern) {
    var matcher = pattern.matcher(text).region(pos, text.length());
    if (!matcher.lookingAt()) {
      throw new IllegalStateException("at " + pos);
    }
    pos = matcher.end();
    return matcher.group();
  }

  private boolean take(char wanted) {
    match(BLANKS);
    if (pos < text.length() && text.charAt(pos) == wanted) {
      pos++;
      return true;
    }
    return false;
  }

  private void need(char wanted) {
    if (!take(wanted)) {
      throw new IllegalStateException("at " + pos);
    }
  }

  private Object value() {
    if (take('{')) {
      var map = new LinkedHashMap<String, Object>();
      for (boolean more = !take('}'); more; more = !take('}')) {
        if (!map.isEmpty()) {
          need(',');
        }
        match(BLANKS);
        var name = text();
        need(':');
        map.put(name, value());
      }
      return map;
    }
    if (take('[')) {
      var list = new ArrayList<Object>();
      for (boolean more = !take(']'); more; more = !take(']')) {
        if (!list.isEmpty()) {
          need(',');
        }
        list.add(value());
      }
      return list;
    }
    match(BLANKS);
    boolean quoted = pos < text.length() && text.charAt(pos) == '"';
    return quoted ? text() : new Word(match(WORD));
  }

  private String text() {
    var quoted = match(TEXT);
    var out = new StringBuilder();
    for (int i = 1; i < quoted.length() - 1; i++) {
      char c = quoted.charAt(i);
      if (c != '\\') {
        out.append(c);
      } else if (quoted.charAt(++i) == 'u') {
        out.append((char) Integer.parseInt(quoted.substring(i + 1, i + 5), 16));
        i += 4;
      } else {
        int escape = "bfnrt".indexOf(quoted.charAt(i));
        out.append(escape < 0 ? quoted.charAt(i) : "\b\f\n\r\t".charAt(escape));
      }
    }
    return out.toString();
  }

  /// The same tree read through the classes under test.
  public static Object of(Json json) {
    return switch (json) {
      case JsonObject object -> {
        var map = new LinkedHashMap<String, Object>();
        for (int i = 0; i < object.size(); i++) {
          map.put(object.shape().name(i), of(object.value(i)));
        }
        yield map;
      }
      case JsonArray array -> {
        List<Object> list = new ArrayList<>();
        for (int i = 0; i < array.size(); i++) {
          list.add(of(array.get(i)));
        }
        yield list;
      }
      case JsonScalar scalar ->
          scalar.kind() == ScalarKind.STRING ? scalar.text() : new Word(scalar.toString());
    };
  }
}
