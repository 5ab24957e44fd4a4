package io.dataflow.api.json;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;

/// Finds where the members of one object or array lie, checking all of it on the way. What is
/// inside a member is checked and passed over; it gets its own parser when somebody looks into it.
/// Nothing recurses, so depth costs a bit a level and no stack.
final class JsonParser extends JsonScanner {
  private final int start;

  JsonParser(byte[] bytes) {
    this(bytes, 0, bytes.length);
  }

  JsonParser(byte[] bytes, int start, int end) {
    super(bytes, start, end);
    this.start = start;
  }

  /// The one value that the bytes are, with nothing but blanks around it.
  Json document() {
    skipBlanks();
    if (pos >= end) {
      throw fail("no value");
    }
    int from = pos;
    Json root;
    if (peek() == '{') {
      var object = new JsonObject(bytes, from, end);
      index(object);
      object.endsAt(pos);
      root = object;
    } else {
      skipValue();
      root = Json.slice(bytes, from, pos);
    }
    skipBlanks();
    if (pos < end) {
      throw fail("something behind the value");
    }
    return root;
  }

  /// Tells the object its fields: of equal names the last one counts.
  void index(JsonObject object) {
    expect('{');
    var shape = Shape.EMPTY;
    var bounds = new int[2 * object.expectedFields()];
    int count = 0;
    skipBlanks();
    if (peek() == '}') {
      pos++;
      object.fields(shape, bounds);
      return;
    }
    while (true) {
      int name = pos;
      skipString();
      shape = shape.child(bytes, name, pos);
      if (shape == null) {
        indexUnshared(object);
        return;
      }
      skipBlanks();
      expect(':');
      skipBlanks();
      if (2 * count == bounds.length) {
        bounds = Arrays.copyOf(bounds, Math.max(16, 4 * count));
      }
      bounds[2 * count] = pos;
      skipValue();
      bounds[2 * count++ + 1] = pos;
      skipBlanks();
      if (peek() != ',') {
        break;
      }
      pos++;
      skipBlanks();
    }
    expect('}');
    object.fields(shape, bounds);
  }

  private void indexUnshared(JsonObject object) {
    pos = start;
    skipBlanks();
    expect('{');
    skipBlanks();
    var fields = new LinkedHashMap<String, int[]>();
    while (true) {
      int name = pos;
      skipString();
      var decoded = JsonText.decode(bytes, name + 1, pos - 1);
      skipBlanks();
      expect(':');
      skipBlanks();
      int from = pos;
      skipValue();
      fields.put(decoded, new int[] {from, pos});
      skipBlanks();
      if (peek() != ',') {
        break;
      }
      pos++;
      skipBlanks();
    }
    expect('}');
    var names = new ArrayList<byte[]>(fields.size());
    var bounds = new int[2 * fields.size()];
    int count = 0;
    for (var field : fields.entrySet()) {
      var quoted = new Bytes(field.getKey().length() + 2);
      JsonText.write(field.getKey(), quoted);
      names.add(quoted.toByteArray());
      bounds[2 * count] = field.getValue()[0];
      bounds[2 * count++ + 1] = field.getValue()[1];
    }
    object.fields(Shape.of(names), bounds);
  }

  /// Where each element begins and ends, pair by pair.
  List<int[]> elements() {
    var elements = new ArrayList<int[]>();
    expect('[');
    skipBlanks();
    if (peek() == ']') {
      return elements;
    }
    while (true) {
      int from = pos;
      skipValue();
      elements.add(new int[] {from, pos});
      skipBlanks();
      if (peek() != ',') {
        return elements;
      }
      pos++;
      skipBlanks();
    }
  }

  private void skipValue() {
    int b = peek();
    if (b == '{' || b == '[') {
      skipContainer();
    } else {
      skipScalar(b);
    }
  }

  private void skipScalar(int b) {
    switch (b) {
      case '"' -> skipString();
      case 't' -> skipWord("true");
      case 'f' -> skipWord("false");
      case 'n' -> skipWord("null");
      case '-', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> skipNumber();
      default -> throw fail("expected a value");
    }
  }

  private void skipContainer() {
    var open = new Nesting();
    while (true) {
      int b = peek();
      if (b == '{' || b == '[') {
        pos++;
        open.push(b == '{');
        skipBlanks();
        if (peek() != open.closing()) {
          nameIfObject(open);
          continue;
        }
      } else {
        skipScalar(b);
        skipBlanks();
      }
      while (peek() == open.closing()) {
        pos++;
        open.pop();
        if (open.isEmpty()) {
          return;
        }
        skipBlanks();
      }
      expect(',');
      skipBlanks();
      nameIfObject(open);
    }
  }

  private void nameIfObject(Nesting open) {
    if (open.inObject()) {
      skipString();
      skipBlanks();
      expect(':');
      skipBlanks();
    }
  }
}
