package io.dataflow.api.json;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/// The names of an object's fields in their order, shared by all objects that have the same ones.
/// The records of a flow are nearly all of one shape, so a name is compared once with the one
/// expected and looked up never, and whoever maps fields to something (columns, say) does it once
/// for a shape and not for a record.
///
/// Shapes form a tree from [#EMPTY], a name a step. How much of it is shared is bounded: objects
/// with ever new names (maps keyed by an id) get shapes of their own that are garbage with them.
public final class Shape {
  /// The shape of `{}`.
  public static final Shape EMPTY = new Shape(null, new byte[0], 0, true);

  private static final int CHILDREN_MAX = 32;
  private static final int DEPTH_MAX = 512;
  private static final int SHARED_MAX = 16_384;
  private static final AtomicInteger SHARED = new AtomicInteger();

  private final Shape parent;
  private final byte[] lastName;
  private final int size;
  private final boolean shared;
  private volatile Shape likely;
  private volatile Shape[] children = {};
  private volatile byte[][] names;
  private volatile byte[][] openings;
  private volatile Map<String, Integer> indexes;
  private volatile Shape[] shorter;

  private Shape(Shape parent, byte[] lastName, int size, boolean shared) {
    this.parent = parent;
    this.lastName = lastName;
    this.size = size;
    this.shared = shared;
  }

  /// The number of fields.
  public int size() {
    return size;
  }

  /// The field's name as it stands in JSON, quotes included. Not to be changed.
  public byte[] quotedName(int index) {
    return quotedNames()[index];
  }

  /// What stands before each field's value: a comma, which the first field leaves out, its quoted
  /// name and a colon.
  byte[][] openings() {
    var all = openings;
    if (all == null) {
      all = new byte[size][];
      for (int i = 0; i < size; i++) {
        var out = new Bytes(quotedName(i).length + 2);
        out.put(',');
        out.put(quotedName(i));
        out.put(':');
        all[i] = out.toByteArray();
      }
      openings = all;
    }
    return all;
  }

  /// The field's name.
  public String name(int index) {
    var quoted = quotedName(index);
    return JsonText.decode(quoted, 1, quoted.length - 1);
  }

  /// Which field has this name; -1 when none has.
  public int indexOf(String name) {
    if (!shared) {
      return search(name);
    }
    var map = indexes;
    if (map == null) {
      map = new HashMap<>();
      for (int i = 0; i < size; i++) {
        map.put(name(i), i);
      }
      indexes = map;
    }
    return map.getOrDefault(name, -1);
  }

  /// The search that builds nothing, for shapes that live as long as one record.
  private int search(String name) {
    var quoted = JsonText.quoted(name);
    var all = quotedNames();
    for (int i = 0; i < size; i++) {
      if (Arrays.equals(all[i], quoted) || isEscaped(all[i]) && name(i).equals(name)) {
        return i;
      }
    }
    return -1;
  }

  /// The shape with one more field behind its own, whose name it must not have yet.
  Shape with(byte[] quotedName) {
    var child = child(quotedName, 0, quotedName.length);
    return child == null ? new Shape(this, quotedName, size + 1, false) : child;
  }

  /// The shape without the field.
  Shape without(int index) {
    var known = shorter;
    if (known == null) {
      known = new Shape[size];
      shorter = known;
    }
    var shape = known[index];
    if (shape == null) {
      var rest = new ArrayList<>(Arrays.asList(quotedNames()));
      rest.remove(index);
      shape = of(rest);
      known[index] = shape;
    }
    return shape;
  }

  /// The shape of these names, which must differ from each other.
  static Shape of(List<byte[]> quotedNames) {
    var shape = EMPTY;
    for (byte[] name : quotedNames) {
      shape = shape.with(name);
    }
    return shape;
  }

  /// The shared shape with one more name; null when the name is there already, is written with
  /// escapes, or nothing more is shared here. Null and not an Optional: this runs for every field.
  Shape child(byte[] bytes, int start, int end) {
    var guess = likely;
    if (guess != null && guess.isNamed(bytes, start, end)) {
      return guess;
    }
    for (var child : children) {
      if (child.isNamed(bytes, start, end)) {
        likely = child;
        return child;
      }
    }
    return grow(bytes, start, end);
  }

  /// The child that came last time, if its name stands at the place too; null when another one
  /// does.
  Shape likelyAt(byte[] bytes, int start, int end) {
    var guess = likely;
    return guess != null
            && guess.lastName.length <= end - start
            && guess.isNamed(bytes, start, start + guess.lastName.length)
        ? guess
        : null;
  }

  int lastNameLength() {
    return lastName.length;
  }

  private synchronized Shape grow(byte[] bytes, int start, int end) {
    if (!shared
        || children.length >= CHILDREN_MAX
        || size >= DEPTH_MAX
        || SHARED.get() >= SHARED_MAX) {
      return null;
    }
    for (int i = start; i < end; i++) {
      if (bytes[i] == '\\') {
        return null;
      }
    }
    for (var shape = this; shape != null && shape.size > 0; shape = shape.parent) {
      if (shape.isNamed(bytes, start, end)) {
        return null;
      }
    }
    for (var child : children) {
      if (child.isNamed(bytes, start, end)) {
        return child;
      }
    }
    SHARED.incrementAndGet();
    var child = new Shape(this, Arrays.copyOfRange(bytes, start, end), size + 1, true);
    var more = Arrays.copyOf(children, children.length + 1);
    more[children.length] = child;
    children = more;
    likely = child;
    return child;
  }

  private boolean isNamed(byte[] bytes, int start, int end) {
    return Arrays.equals(lastName, 0, lastName.length, bytes, start, end);
  }

  private byte[][] quotedNames() {
    var all = names;
    if (all == null) {
      all = new byte[size][];
      for (var shape = this; shape.size > 0; shape = shape.parent) {
        all[shape.size - 1] = shape.lastName;
      }
      names = all;
    }
    return all;
  }

  private static boolean isEscaped(byte[] quoted) {
    for (byte b : quoted) {
      if (b == '\\') {
        return true;
      }
    }
    return false;
  }

  @Override
  public String toString() {
    var all = new ArrayList<String>();
    for (byte[] name : quotedNames()) {
      all.add(new String(name, StandardCharsets.UTF_8));
    }
    return all.toString();
  }
}
