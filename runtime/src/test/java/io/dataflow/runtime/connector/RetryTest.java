package io.dataflow.runtime.connector;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class RetryTest {
  private final Retry retry = new Retry();

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
    retry.next();
    retry.next();
    retry.reset();
    assertBetween(200);
  }

  private void assertBetween(long longest) {
    assertThat(retry.next()).isBetween(Duration.ofMillis(longest / 2), Duration.ofMillis(longest));
  }
}
