package io.dataflow.runtime.postgresql;

import java.util.ArrayDeque;
import java.util.Deque;

/// Which part of a batch is tried next when some record in it is refused. With a hint the culprit
/// is tried alone, without one the part is halved; either way the order is kept, every record is
/// in one part, and a part of one record is the culprit itself.
final class Parts {
  private static final int FIRST_STEP = 256;
  private static final int GROWTH = 8;

  private final Deque<Integer> sizes = new ArrayDeque<>();
  private int limit = Integer.MAX_VALUE;

  Parts(int total) {
    sizes.push(total);
  }

  boolean isDone() {
    return sizes.isEmpty();
  }

  /// How many of the next records to try together.
  int size() {
    int size = sizes.peek();
    if (size > limit) {
      sizes.pop();
      push(limit, size - limit);
    }
    return sizes.peek();
  }

  /// They are written, or the one is refused.
  void settled() {
    int size = sizes.pop();
    if (limit < Integer.MAX_VALUE / GROWTH && size == limit) {
      limit *= GROWTH;
    }
  }

  /// One of them is refused, and the server has told which.
  void refused(int culprit) {
    int size = sizes.pop();
    push(culprit, 1, size - culprit - 1);
    // Where culprits are dense, what is sent behind the next one is sent in vain.
    limit = Math.max(FIRST_STEP, Math.multiplyExact(Math.min(culprit, 1 << 20), GROWTH));
  }

  /// One of them is refused, whichever it is.
  void refused() {
    int size = sizes.pop();
    push(size / 2, size - size / 2);
  }

  private void push(int... inOrder) {
    for (int i = inOrder.length - 1; i >= 0; i--) {
      if (inOrder[i] > 0) {
        sizes.push(inOrder[i]);
      }
    }
  }
}
