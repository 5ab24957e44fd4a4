package io.dataflow.cli.chaos;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Random;

/// Choices in a random order in which each comes once before any comes again.
final class Deck<T> {
  private final List<T> all;
  private final Random random;
  private final Deque<T> left = new ArrayDeque<>();

  Deck(List<T> all, Random random) {
    this.all = all;
    this.random = random;
  }

  T draw() {
    if (left.isEmpty()) {
      var shuffled = new ArrayList<>(all);
      Collections.shuffle(shuffled, random);
      left.addAll(shuffled);
    }
    return left.remove();
  }
}
