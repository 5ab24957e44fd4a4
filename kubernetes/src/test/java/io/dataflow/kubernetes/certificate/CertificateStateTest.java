package io.dataflow.kubernetes.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;

/// A year of a certificate, in moments.
class CertificateStateTest {
  private static final Instant START = Instant.now().truncatedTo(ChronoUnit.SECONDS);
  private static final List<String> NAMES = List.of("a.b.svc");

  private final RotationPolicy rotation = new RotationPolicy(Duration.ofDays(360));
  private final CertificateState first =
      CertificateState.begin(rotation.first(START, NAMES).certificate(), List.of());

  private CertificateState at(CertificateState stored, Duration age) {
    return stored.at(START.plus(age), rotation, NAMES, _ -> true);
  }

  @Test
  void nothingChangesForTwoThirdsOfItsLife() {
    assertThat(at(first, Duration.ofDays(239))).isEqualTo(first);
  }

  @Test
  void thenTheNextOnesAuthorityIsMadeKnownBeforeItIsShown() {
    var prepared = at(first, Duration.ofDays(241));
    assertThat(prepared.current()).isEqualTo(first.current());
    assertThat(prepared.authorities())
        .containsExactly(first.current().authority(), prepared.next().orElseThrow().authority());
    assertThat(at(prepared, Duration.ofDays(241).plusMinutes(59))).isEqualTo(prepared);
  }

  @Test
  void thenItIsShownAndTheOldAuthorityStaysTrustedUntilItsEnd() {
    var prepared = at(first, Duration.ofDays(241));
    var shown = at(prepared, Duration.ofDays(241).plusHours(1));
    assertThat(shown.current()).isEqualTo(prepared.next().orElseThrow());
    assertThat(shown.next()).isEmpty();
    assertThat(shown.authorities()).isEqualTo(prepared.authorities());
    assertThat(at(shown, Duration.ofDays(361)).authorities())
        .containsExactly(shown.current().authority());
  }

  @Test
  void whatTheApiServerDoesNotTrustIsNotShownUnlessTheOldOneIsOver() {
    var prepared = at(first, Duration.ofDays(241));
    assertThat(prepared.at(START.plus(Duration.ofDays(300)), rotation, NAMES, _ -> false))
        .isEqualTo(prepared);
    assertThat(prepared.at(START.plus(Duration.ofDays(361)), rotation, NAMES, _ -> false).current())
        .isEqualTo(prepared.next().orElseThrow());
  }

  @Test
  void itGoesOnForYears() {
    var stored = first;
    for (int hour = 0; hour < 24 * 3600; hour += 7) {
      var moment = START.plus(Duration.ofHours(hour));
      var before = stored;
      stored = stored.at(moment, rotation, NAMES, _ -> true);
      assertThat(stored.current().isValidAt(moment)).isTrue();
      assertThat(before.authorities()).contains(stored.current().authority());
      assertThat(stored.authorities()).hasSizeLessThanOrEqualTo(2);
    }
    assertThat(stored.current()).isNotEqualTo(first.current());
  }

  @Test
  void anOperatorThatSleptTooLongBeginsAnew() {
    for (var slept : List.of(first, at(first, Duration.ofDays(241)))) {
      var awake = at(slept, Duration.ofDays(5000));
      assertThat(awake.current().isValidAt(START.plus(Duration.ofDays(5000)))).isTrue();
      assertThat(awake.authorities()).containsExactly(awake.current().authority());
    }
  }

  @Test
  void noTextShowsAKey() {
    var prepared = at(first, Duration.ofDays(241));
    for (var key : List.of(prepared.current().key(), prepared.next().orElseThrow().key())) {
      var pem = Pem.text(key).lines().skip(1).findFirst().orElseThrow();
      assertThat(prepared.toString()).doesNotContain(pem).doesNotContain("PRIVATE");
    }
  }

  @Test
  void isTheSameAfterAWayThroughASecret() {
    var prepared = at(first, Duration.ofDays(241));
    assertThat(TlsSecretData.read(TlsSecretData.of(first))).isEqualTo(first);
    assertThat(TlsSecretData.read(TlsSecretData.of(prepared))).isEqualTo(prepared);
  }
}
