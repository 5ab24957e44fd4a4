package io.dataflow.runtime.postgresql.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class BackoffTest {
  private final Backoff backoff = new Backoff();

  @Test
  void growsFromAFifthOfASecondToHalfAMinute() {
    for (long longest : new long[] {200, 400, 800, 1600, 3200, 6400, 12_800, 25_600, 30_000}) {
      assertBetween(longest);
    }
    for (int i = 0; i < 100; i++) {
      assertBetween(30_000);
    }
  }

  @Test
  void beginsAgainAfterASuccess() {
    backoff.next();
    backoff.next();
    backoff.reset();
    assertBetween(200);
  }

  private void assertBetween(long longest) {
    assertThat(backoff.next())
        .isBetween(Duration.ofMillis(longest / 2), Duration.ofMillis(longest));
  }
}
