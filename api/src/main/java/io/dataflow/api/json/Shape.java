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
  static final Shape EMPTY = new Shape(null, new byte[0], 0);

  private static final int CHILDREN_MAX = 32;
  private static final int DEPTH_MAX = 512;
  private static final int SHARED_MAX = 16_384;
  private static final AtomicInteger SHARED = new AtomicInteger();

  private final Shape parent;
  private final byte[] lastName;
  private final int size;
  private volatile Shape likely;
  private volatile Shape[] children = {};
  private volatile byte[][] names;
  private volatile Map<String, Integer> indexes;

  private Shape(Shape parent, byte[] lastName, int size) {
    this.parent = parent;
    this.lastName = lastName;
    this.size = size;
  }

  /// The number of fields.
  public int size() {
    return size;
  }

  /// The field's name as it stands in JSON, quotes included. Not to be changed.
  public byte[] quotedName(int index) {
    return quotedNames()[index];
  }

  /// The field's name.
  public String name(int index) {
    var quoted = quotedName(index);
    return JsonText.decode(quoted, 1, quoted.length - 1);
  }

  /// Which field has this name; -1 when none has.
  public int indexOf(String name) {
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

  /// The shape with one more field behind its own.
  Shape with(String name) {
    var out = new Bytes(name.length() + 2);
    JsonText.write(name, out);
    var child = child(out.array(), 0, out.size());
    return child == null ? of(append(quotedNames(), out.toByteArray())) : child;
  }

  /// The shape without the field.
  Shape without(int index) {
    var all = quotedNames();
    var rest = new ArrayList<byte[]>(size);
    for (int i = 0; i < size; i++) {
      if (i != index) {
        rest.add(all[i]);
      }
    }
    return of(rest);
  }

  /// The shape of these names, which must differ from each other.
  static Shape of(List<byte[]> quotedNames) {
    var shape = EMPTY;
    for (byte[] name : quotedNames) {
      var child = shape.child(name, 0, name.length);
      shape = child == null ? new Shape(shape, name, shape.size + 1) : child;
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

  private synchronized Shape grow(byte[] bytes, int start, int end) {
    if (children.length >= CHILDREN_MAX || size >= DEPTH_MAX || SHARED.get() >= SHARED_MAX) {
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
    var child = new Shape(this, Arrays.copyOfRange(bytes, start, end), size + 1);
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

  private static List<byte[]> append(byte[][] names, byte[] last) {
    var all = new ArrayList<>(Arrays.asList(names));
    all.add(last);
    return all;
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
