package io.dataflow.runtime.connector.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalInt;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import org.junit.jupiter.api.Test;

class PartsTest {
  private int statements;

  /// Plays a batch against culprits; returns those that were found.
  private TreeSet<Integer> play(int total, boolean hints, IntPredicate culprit) {
    var found = new TreeSet<Integer>();
    var parts = new Parts(total);
    int start = 0;
    statements = 0;
    while (!parts.isDone()) {
      int size = parts.size();
      statements++;
      int first = start;
      while (first < start + size && !culprit.test(first)) {
        first++;
      }
      if (first == start + size) {
        parts.settled();
        start += size;
      } else if (size == 1) {
        found.add(first);
        parts.settled();
        start++;
      } else {
        var hint = hints ? OptionalInt.of(first - start) : OptionalInt.empty();
        parts.refused(new PartRefusedException(Refusal.invalid("no"), hint, false));
      }
    }
    assertThat(start).isEqualTo(total);
    return found;
  }

  @Test
  void takesAllAtOnceWhenNothingIsWrong() {
    assertThat(play(10_000, true, i -> false)).isEmpty();
    assertThat(statements).isEqualTo(1);
  }

  @Test
  void findsOneCulpritWithFewStatementsWhenTheServerNamesIt() {
    for (int culprit : new int[] {0, 1, 5000, 9999}) {
      assertThat(play(10_000, true, i -> i == culprit)).containsExactly(culprit);
      assertThat(statements).isLessThanOrEqualTo(6);
    }
  }

  @Test
  void findsOneCulpritByHalving() {
    assertThat(play(10_000, false, i -> i == 6789)).containsExactly(6789);
    assertThat(statements).isLessThanOrEqualTo(30);
  }

  @Test
  void findsManyCulprits() {
    assertThat(play(10_000, true, i -> i % 10 == 3)).hasSize(1000);
    assertThat(statements).isLessThan(3200);
    assertThat(play(1000, false, i -> true)).hasSize(1000);
  }
}
