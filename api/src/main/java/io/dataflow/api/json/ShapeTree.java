package io.dataflow.api.json;

import java.util.ArrayDeque;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/// The shapes that are shared just now, and how many bytes they may take together. All flows of a
/// process share one tree; when it has refused many names it is dropped, and what comes makes a new
/// one. So the few shapes of an ordinary flow are soon shared again, whatever filled the tree, and
/// memory is bounded by one tree and by what somebody still holds of older ones.
final class ShapeTree {
  /// Bytes of one tree: some ten thousand names, where a flow has a few hundred.
  static final long BYTES_MAX = 4L << 20;

  /// Names refused before the tree is dropped: so many that objects with ever new names cost a new
  /// tree seldom, and so few that an ordinary flow hardly notices that the tree was full.
  static final int REFUSALS_MAX = 4096;

  private static volatile ShapeTree current = new ShapeTree();

  private final Shape root = Shape.root(this);
  private final AtomicLong bytes = new AtomicLong();
  private final AtomicInteger refusals = new AtomicInteger();
  private volatile boolean dropped;

  private ShapeTree() {}

  /// The tree that new objects belong to.
  static ShapeTree current() {
    return current;
  }

  /// The shape of `{}`.
  Shape root() {
    return root;
  }

  /// The bytes that its shapes take.
  long bytes() {
    return bytes.get();
  }

  /// Whether there is room for so many more bytes, which are taken then. None after it was dropped.
  boolean takes(long more) {
    if (dropped) {
      return false;
    }
    if (bytes.addAndGet(more) <= BYTES_MAX) {
      return true;
    }
    bytes.addAndGet(-more);
    refuse();
    return false;
  }

  /// Counts a name that found no place.
  void refuse() {
    if (refusals.incrementAndGet() == REFUSALS_MAX) {
      dropped = true;
      current = new ShapeTree();
      prune();
    }
  }

  /// Takes the tree to pieces: shapes that somebody holds stay right and refer to no others but the
  /// ones before them.
  private void prune() {
    var open = new ArrayDeque<Shape>();
    open.add(root);
    while (!open.isEmpty()) {
      for (var shape : open.poll().prune()) {
        open.add(shape);
      }
    }
  }
}
