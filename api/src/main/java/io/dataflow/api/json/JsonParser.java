package io.dataflow.api.json;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;

/// Finds where the members of one object or array lie, checking all of it on the way. What is
/// inside a member is checked and passed over; it gets its own parser when somebody looks into it.
/// Nothing recurses, so depth costs a bit a level and no stack.
final class JsonParser extends JsonScanner {
  private Nesting open;

  JsonParser(byte[] bytes) {
    this(bytes, 0, bytes.length);
  }

  JsonParser(byte[] bytes, int start, int end) {
    super(bytes, start, end);
  }

  /// The one value that the bytes are, with nothing but blanks around it.
  Json document() {
    skipByteOrderMark();
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
    int opening = pos;
    expect('{');
    var shape = ShapeTree.current().root();
    var bounds = new int[2 * object.expectedFields()];
    int count = 0;
    skipBlanks();
    if (peek() == '}') {
      pos++;
      object.fields(shape, bounds);
      return;
    }
    while (true) {
      var next = shape.likelyAt(bytes, pos, end);
      if (next == null) {
        int name = pos;
        skipString();
        next = shape.child(bytes, name, pos);
        if (next == null) {
          indexUnshared(object, opening);
          return;
        }
      } else {
        pos += next.lastNameLength();
      }
      shape = next;
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

  /// The slow way, for names that are repeated, written with escapes, or too many to share.
  private void indexUnshared(JsonObject object, int opening) {
    pos = opening;
    expect('{');
    skipBlanks();
    var fields = new LinkedHashMap<String, int[]>();
    while (true) {
      int name = pos;
      skipString();
      int behind = pos;
      skipBlanks();
      expect(':');
      skipBlanks();
      int from = pos;
      skipValue();
      fields.put(JsonText.decode(bytes, name + 1, behind - 1), new int[] {name, behind, from, pos});
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
    for (int[] field : fields.values()) {
      // As it stands, because not every escaped name can be written any other way.
      names.add(Arrays.copyOfRange(bytes, field[0], field[1]));
      bounds[count++] = field[2];
      bounds[count++] = field[3];
    }
    object.fields(Shape.of(names), bounds);
  }

  /// Where each element begins and ends, pair by pair.
  int[] elements() {
    var bounds = new int[16];
    int count = 0;
    expect('[');
    skipBlanks();
    if (peek() == ']') {
      return new int[0];
    }
    while (true) {
      if (count == bounds.length) {
        bounds = Arrays.copyOf(bounds, 2 * count);
      }
      bounds[count++] = pos;
      skipValue();
      bounds[count++] = pos;
      skipBlanks();
      if (peek() != ',') {
        return Arrays.copyOf(bounds, count);
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

  private void skipContainer() {
    if (open == null) {
      open = new Nesting();
    }
    while (true) {
      int b = peek();
      if (b == '{' || b == '[') {
        pos++;
        open.push(b == '{');
        skipBlanks();
        if (peek() != open.closing()) {
          nameIfObject();
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
      nameIfObject();
    }
  }

  private void nameIfObject() {
    if (open.inObject()) {
      skipString();
      skipBlanks();
      expect(':');
      skipBlanks();
    }
  }
}
