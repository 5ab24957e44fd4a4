package io.dataflow.kubernetes.controller;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RequeueTest {
  private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");

  @Test
  void isALittleAfterTheChange() {
    assertThat(Requeue.at(NOW.plusSeconds(20), NOW)).isEqualTo(Duration.ofMillis(20_500));
  }

  @Test
  void isNeverLaterThanTheResyncThatItReplaces() {
    assertThat(Requeue.at(NOW.plusSeconds(3600), NOW)).isEqualTo(Requeue.RESYNC);
  }

  @Test
  void isSoonWhenTheChangeHasHappenedMeanwhile() {
    assertThat(Requeue.at(NOW.minusSeconds(3600), NOW)).isEqualTo(Requeue.CONFLICT_RETRY);
    assertThat(Requeue.at(NOW.minusMillis(500), NOW)).isEqualTo(Requeue.CONFLICT_RETRY);
  }
}
