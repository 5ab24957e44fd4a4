package io.dataflow.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class VerdictTest {
  private final Counts expected = counts(90, 5, 2, 3);

  @Test
  void isGoodWhenEveryRecordIsInItsPlace() {
    var verdict = new Verdict(expected, counts(90, 5, 2, 3));
    assertThat(verdict.isGood()).isTrue();
    assertThat(verdict.sentence()).isEqualTo("Every one of the 100 records is where it belongs.");
    assertThat(verdict.table())
        .containsExactly(
            "sink      table                     expected  counted",
            "────────  ────────────────────────  ────────  ───────  ─",
            "main      orders                          90       90  ✓",
            "route-0   large_orders                     5        5  ✓",
            "errors    rejected_orders                  2        2  ✓",
            "dropped   (the filter's own count)         3        3  ✓",
            "together                                 100      100  ✓");
  }

  @Test
  void saysWhatIsMissingOrTooMuch() {
    assertThat(sentence(counts(89, 5, 2, 3))).endsWith("do not add up: 1 record missing.");
    assertThat(sentence(counts(95, 5, 2, 3))).endsWith("do not add up: 5 records too many.");
    assertThat(sentence(counts(91, 4, 2, 3))).endsWith("some records are in the wrong place.");
  }

  private String sentence(Counts found) {
    var verdict = new Verdict(expected, found);
    assertThat(verdict.isGood()).isFalse();
    return verdict.sentence();
  }

  private static Counts counts(long orders, long large, long rejected, long dropped) {
    return new Counts(
        Map.of(
            Place.ORDERS, orders,
            Place.LARGE_ORDERS, large,
            Place.REJECTED_ORDERS, rejected,
            Place.DROPPED, dropped));
  }
}
