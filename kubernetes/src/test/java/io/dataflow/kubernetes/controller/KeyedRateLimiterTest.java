package io.dataflow.kubernetes.controller;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import org.junit.jupiter.api.Test;

class KeyedRateLimiterTest {
  private static final long TICK = Duration.ofMillis(50).toNanos();

  private final KeyedRateLimiter<String> limiter =
      new KeyedRateLimiter<>(Duration.ofSeconds(15), () -> 0.5);

  private static String key(int number) {
    return "orders-" + number;
  }

  @Test
  void aKeyIsDueAtOnceAndThenAfterTheInterval() {
    limiter.add(key(1), 0);
    assertThat(limiter.next(0)).contains(key(1));
    limiter.add(key(1), 1);
    assertThat(limiter.next(Duration.ofMillis(14_999).toNanos())).isEmpty();
    assertThat(limiter.next(Duration.ofMillis(15_001).toNanos())).contains(key(1));
    assertThat(limiter.next(Duration.ofHours(1).toNanos())).isEmpty();
  }

  /// A minute of a thousand keys that are added all the time.
  @Test
  void ofAThousandKeysEachIsDue() {
    var times = new HashMap<String, Integer>();
    for (long now = 0; now < Duration.ofMinutes(1).toNanos(); now += TICK) {
      for (int number = 0; number < 1_000; number++) {
        limiter.add(key(number), now);
      }
      limiter.next(now).ifPresent(key -> times.merge(key, 1, Integer::sum));
    }
    assertThat(times).hasSize(1_000);
    assertThat(times.values()).allMatch(count -> count <= 2);
  }
}
