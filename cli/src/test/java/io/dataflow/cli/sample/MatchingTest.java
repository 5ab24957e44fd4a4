package io.dataflow.cli.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MatchingTest {
  @Test
  void theSameIsNoMismatch() {
    assertThat(match("abc", "abc")).isEmpty();
    assertThat(match("", "")).isEmpty();
  }

  @Test
  void oneMissingDoesNotMakeTheOthersDifferent() {
    assertThat(match("abcd", "acd")).containsExactly(mismatch(1, -1));
    assertThat(match("acd", "abcd")).containsExactly(mismatch(-1, 1));
    assertThat(match("abc", "")).hasSize(3);
  }

  @Test
  void whatIsLeftAtTheSamePlaceHasChanged() {
    assertThat(match("abcd", "axcy")).containsExactly(mismatch(1, 1), mismatch(3, 3));
    assertThat(match("abc", "xyabc")).containsExactly(mismatch(-1, 0), mismatch(-1, 1));
  }

  @Test
  void whatIsTooMuchForATableIsMatchedInPairs() {
    assertThat(match("ab".repeat(2000) + "c", "ba".repeat(2000) + "d")).hasSize(4001);
  }

  private static List<Mismatch> match(String expected, String actual) {
    return Matching.of(List.of(expected.split("(?!^)")), List.of(actual.split("(?!^)")));
  }

  private static Mismatch mismatch(int expected, int actual) {
    return new Mismatch(
        Optional.of(expected).filter(i -> i >= 0), Optional.of(actual).filter(i -> i >= 0));
  }
}
