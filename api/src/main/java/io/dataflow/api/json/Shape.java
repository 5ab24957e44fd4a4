package io.dataflow.api.json;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The names of an object's fields in their order, shared by all objects that have the same ones.
/// The records of a flow are nearly all of one shape, so a name is compared once with the one
/// expected and looked up never, and whoever maps fields to something (columns, say) does it once
/// for a shape and not for a record.
///
/// Shapes form a tree from the shape of `{}`, a name a step. How much of it is shared is bounded in
/// bytes: objects with ever new names (maps keyed by an id) or very long ones get shapes of their
/// own that are garbage with them. A tree that has no room for what comes is dropped for a new one,
/// so what was there first does not keep out what is there now; see [ShapeTree].
public final class Shape {
  private static final int CHILDREN_MAX = 32;
  private static final int DEPTH_MAX = 512;
  private static final int NAME_MAX = 256;
  // What a shape, and what an entry of a map from a name takes in memory, their names left out.
  private static final int ITSELF = 120;
  private static final int ENTRY = 120;
  private static final Shape[] NONE = {};

  private final Shape parent;
  private final byte[] lastName;
  private final int size;
  // Null and not an Optional, as it is looked at for every new name: the shape is not shared.
  private final ShapeTree tree;
  // Written without a lock, for whoever reads an old one compares a name more and no harm is done.
  private Shape likely;

  /// Whether somebody has looked into an object that was the value of the last field, so that it
  /// will happen again. Written without a lock, too.
  boolean lookedInto;
  private volatile Shape[] children = NONE;
  private volatile byte[][] names;
  private volatile byte[][] openings;
  private volatile Map<String, Integer> indexes;
  private volatile Shape[] shorter;

  private Shape(Shape parent, byte[] lastName, int size, ShapeTree tree) {
    this.parent = parent;
    this.lastName = lastName;
    this.size = size;
    this.tree = tree;
  }

  /// The shape of `{}` in a tree.
  static Shape root(ShapeTree tree) {
    return new Shape(null, new byte[0], 0, tree);
  }

  /// The number of fields.
  public int size() {
    return size;
  }

  /// The field's name as it stands in JSON, quotes included. Not to be changed.
  public byte[] quotedName(int index) {
    return quotedNames()[index];
  }

  /// The shape of the first fields alone, so many of them.
  Shape upTo(int fields) {
    var shape = this;
    while (shape.size > fields) {
      shape = shape.parent;
    }
    return shape;
  }

  /// What stands before each field's value: a comma, which the first field leaves out, its quoted
  /// name and a colon.
  byte[][] openings() {
    var all = openings;
    if (all == null) {
      boolean kept = keeps(16L * size);
      all = new byte[size][];
      for (int i = 0; i < size; i++) {
        all[i] = QuotedName.opening(quotedName(i));
        kept = kept && keeps(all[i].length);
      }
      openings = kept ? all : null;
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
    var map = indexes;
    if (tree == null || map == null && !tree.takes((long) ENTRY * size)) {
      // Nothing is built for shapes that live as long as one record.
      return QuotedName.search(quotedNames(), name);
    }
    if (map == null) {
      map = new HashMap<>();
      for (int i = 0; i < size; i++) {
        map.put(name(i), i);
      }
      indexes = map;
    }
    return map.getOrDefault(name, -1);
  }

  /// Whether other objects have this very shape too; otherwise it lives as long as its object.
  boolean isShared() {
    return tree != null;
  }

  /// Whether something may be kept with the shape: its tree has room for that, or it is not shared
  /// and gone soon.
  private boolean keeps(long bytes) {
    return tree == null || tree.takes(bytes);
  }

  /// The shape with one more field behind its own, whose name it must not have yet.
  Shape with(byte[] quotedName) {
    var child = child(quotedName, 0, quotedName.length);
    return child == null ? new Shape(this, quotedName, size + 1, null) : child;
  }

  /// The shape without the field.
  Shape without(int index) {
    var known = shorter;
    if (known == null && keeps(8L * size)) {
      known = new Shape[size];
      shorter = known;
    }
    if (known != null && known[index] != null) {
      return known[index];
    }
    var rest = new ArrayList<>(Arrays.asList(quotedNames()));
    rest.remove(index);
    var shape = of(rest);
    if (known != null && shape.tree == tree) {
      known[index] = shape;
    }
    return shape;
  }

  /// The shape of these names, which must differ from each other.
  static Shape of(List<byte[]> quotedNames) {
    var shape = ShapeTree.current().root();
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
            && QuotedName.standsAt(guess.lastName, bytes, start)
        ? guess
        : null;
  }

  int lastNameLength() {
    return lastName.length;
  }

  private synchronized Shape grow(byte[] bytes, int start, int end) {
    if (tree == null || end - start > NAME_MAX || size >= DEPTH_MAX || isKnown(bytes, start, end)) {
      return null;
    }
    for (var child : children) {
      if (child.isNamed(bytes, start, end)) {
        return child;
      }
    }
    if (children.length >= CHILDREN_MAX) {
      tree.refuse();
      return null;
    }
    if (!tree.takes(ITSELF + end - start)) {
      return null;
    }
    var child = new Shape(this, Arrays.copyOfRange(bytes, start, end), size + 1, tree);
    var more = Arrays.copyOf(children, children.length + 1);
    more[children.length] = child;
    children = more;
    likely = child;
    return child;
  }

  /// Whether the name is written with escapes, or is among the shape's own.
  private boolean isKnown(byte[] bytes, int start, int end) {
    if (QuotedName.isEscaped(bytes, start, end)) {
      return true;
    }
    for (var shape = this; shape.size > 0; shape = shape.parent) {
      if (shape.isNamed(bytes, start, end)) {
        return true;
      }
    }
    return false;
  }

  /// Lets go of the shapes behind this one and of what is kept with it, so that whoever holds one
  /// shape of a tree that has been dropped does not hold the tree. Returns the shapes let go.
  synchronized Shape[] prune() {
    var all = children;
    children = NONE;
    likely = null;
    openings = null;
    indexes = null;
    shorter = null;
    return all;
  }

  private boolean isNamed(byte[] bytes, int start, int end) {
    return end - start == lastName.length && QuotedName.standsAt(lastName, bytes, start);
  }

  private byte[][] quotedNames() {
    var all = names;
    if (all == null) {
      all = new byte[size][];
      for (var shape = this; shape.size > 0; shape = shape.parent) {
        all[shape.size - 1] = shape.lastName;
      }
      names = keeps(8L * size) ? all : null;
    }
    return all;
  }

  @Override
  public String toString() {
    return Arrays.stream(quotedNames()).map(QuotedName::text).toList().toString();
  }
}
