package io.dataflow.api.json;

import java.util.BitSet;

/// The brackets that are open at a place in a document: a bit for each.
final class Nesting {
  private final BitSet objects = new BitSet();
  private int depth;

  void push(boolean object) {
    objects.set(depth++, object);
  }

  void pop() {
    depth--;
  }

  boolean isEmpty() {
    return depth == 0;
  }

  boolean inObject() {
    return objects.get(depth - 1);
  }

  char closing() {
    return inObject() ? '}' : ']';
  }
}
