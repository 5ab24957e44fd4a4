package io.dataflow.api.json;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;

/// Finds where the members of one object or array lie, checking all of it on the way. What is
/// inside a member is checked and passed over; it gets its own parser when somebody looks into it.
/// Nothing recurses, so depth costs a bit a level and no stack.
final class JsonParser extends JsonScanner {
  private static final int DEPTH_AT_ONCE = 8;

  private Nesting open;
  private int depth;

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
    Json[] values = null;
    int count = 0;
    skipBlanks();
    if (peek() == '}') {
      pos++;
      object.fields(shape, bounds, null);
      return;
    }
    do {
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
      if (next.lookedInto && peek() == '{' && depth < DEPTH_AT_ONCE) {
        int room = bounds.length / 2;
        values = values == null ? new Json[room] : withRoom(values, room);
        values[count] = inner();
      } else {
        skipValue();
      }
      bounds[2 * count++ + 1] = pos;
    } while (goesOn());
    object.fields(shape, bounds, values == null ? null : withRoom(values, bounds.length / 2));
  }

  /// Goes from behind a member to the next one, or out of the object. What is wrong there is said
  /// in the words of [#skipContainer], so that nobody can tell who has come past.
  private boolean goesOn() {
    skipBlanks();
    if (peek() == '}') {
      pos++;
      return false;
    }
    expect(',');
    skipBlanks();
    return true;
  }

  private static Json[] withRoom(Json[] values, int room) {
    return values.length < room ? Arrays.copyOf(values, room) : values;
  }

  /// An object whose likes somebody has looked into before: told its fields at once, as its bytes
  /// would be gone over a second time else.
  private JsonObject inner() {
    var object = new JsonObject(bytes, pos, end);
    depth++;
    index(object);
    depth--;
    object.endsAt(pos);
    return object;
  }

  /// The slow way, for names that are repeated, written with escapes, or too many to share.
  private void indexUnshared(JsonObject object, int opening) {
    pos = opening;
    expect('{');
    skipBlanks();
    var fields = new LinkedHashMap<String, int[]>();
    do {
      int name = pos;
      skipString();
      int behind = pos;
      skipBlanks();
      expect(':');
      skipBlanks();
      int from = pos;
      skipValue();
      fields.put(JsonText.decode(bytes, name + 1, behind - 1), new int[] {name, behind, from, pos});
    } while (goesOn());
    var names = new ArrayList<byte[]>(fields.size());
    var bounds = new int[2 * fields.size()];
    int count = 0;
    for (int[] field : fields.values()) {
      // As it stands, because not every escaped name can be written any other way.
      names.add(Arrays.copyOfRange(bytes, field[0], field[1]));
      bounds[count++] = field[2];
      bounds[count++] = field[3];
    }
    object.fields(Shape.of(names), bounds, null);
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
