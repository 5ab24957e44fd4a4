package io.dataflow.api.json;

import java.util.BitSet;

/// The brackets that are open at a place in a document: a bit for each, the innermost ones at hand.
final class Nesting {
  private static final int AT_HAND = Long.SIZE;

  private final BitSet outer = new BitSet(0);
  private long inner;
  private int depth;

  void push(boolean object) {
    if (depth >= AT_HAND) {
      outer.set(depth - AT_HAND, inner < 0);
    }
    inner = inner << 1 | (object ? 1 : 0);
    depth++;
  }

  void pop() {
    depth--;
    inner >>>= 1;
    if (depth >= AT_HAND && outer.get(depth - AT_HAND)) {
      inner |= Long.MIN_VALUE;
    }
  }

  boolean isEmpty() {
    return depth == 0;
  }

  boolean inObject() {
    return (inner & 1) != 0;
  }

  char closing() {
    return inObject() ? '}' : ']';
  }
}
