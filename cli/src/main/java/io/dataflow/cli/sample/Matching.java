package io.dataflow.cli.sample;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/// Which of the expected messages and which of the actual ones are the same, in order; what is left
/// over on both sides at the same place counts as one that has changed.
final class Matching {
  private static final long TABLE_MAX = 4_000_000;

  private final List<String> expected;
  private final List<String> actual;
  private final List<Mismatch> mismatches = new ArrayList<>();
  private final Deque<Integer> missing = new ArrayDeque<>();
  private final Deque<Integer> extra = new ArrayDeque<>();

  private Matching(List<String> expected, List<String> actual) {
    this.expected = expected;
    this.actual = actual;
  }

  static List<Mismatch> of(List<String> expected, List<String> actual) {
    var matching = new Matching(expected, actual);
    matching.match();
    matching.settle();
    return matching.mismatches;
  }

  private void match() {
    int start = 0;
    int endExpected = expected.size();
    int endActual = actual.size();
    while (start < Math.min(endExpected, endActual)
        && expected.get(start).equals(actual.get(start))) {
      start++;
    }
    while (Math.min(endExpected, endActual) > start
        && expected.get(endExpected - 1).equals(actual.get(endActual - 1))) {
      endExpected--;
      endActual--;
    }
    // The table of a comparison of everything with everything must fit into memory.
    if ((long) (endExpected - start) * (endActual - start) <= TABLE_MAX) {
      matchBetween(start, endExpected, endActual);
    } else {
      for (int i = start; i < endExpected; i++) {
        missing.add(i);
      }
      for (int i = start; i < endActual; i++) {
        extra.add(i);
      }
    }
  }

  private void matchBetween(int start, int endExpected, int endActual) {
    var common = common(start, endExpected, endActual);
    int i = start;
    int j = start;
    while (i < endExpected || j < endActual) {
      if (i < endExpected && j < endActual && expected.get(i).equals(actual.get(j))) {
        settle();
        i++;
        j++;
      } else if (j == endActual
          || i < endExpected
              && common[i + 1 - start][j - start] >= common[i - start][j + 1 - start]) {
        missing.add(i++);
      } else {
        extra.add(j++);
      }
    }
  }

  /// The length of the longest common subsequence from each pair of places to the ends.
  private int[][] common(int start, int endExpected, int endActual) {
    var common = new int[endExpected - start + 1][endActual - start + 1];
    for (int i = endExpected - start - 1; i >= 0; i--) {
      for (int j = endActual - start - 1; j >= 0; j--) {
        common[i][j] =
            expected.get(start + i).equals(actual.get(start + j))
                ? common[i + 1][j + 1] + 1
                : Math.max(common[i + 1][j], common[i][j + 1]);
      }
    }
    return common;
  }

  private void settle() {
    while (!missing.isEmpty() || !extra.isEmpty()) {
      mismatches.add(
          new Mismatch(Optional.ofNullable(missing.poll()), Optional.ofNullable(extra.poll())));
    }
  }
}
