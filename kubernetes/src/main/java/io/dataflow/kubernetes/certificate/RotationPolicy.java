package io.dataflow.kubernetes.certificate;

import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// When a certificate made here is followed by the next one. The next one's authority is made known
/// first, and only when every API server has had the time to hear of it is the next one shown: no
/// request meets a certificate whose authority its client does not know yet.
///
/// @param life how long a certificate is valid
record RotationPolicy(Duration life) {
  private static final Duration LONGEST_SETTLING = Duration.ofHours(1);
  private static final Duration LONGEST_SKEW = Duration.ofMinutes(5);
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

  /// How far clocks may be behind ours.
  static Duration skew(Duration life) {
    return shorter(life.dividedBy(10), LONGEST_SKEW);
  }

  /// A certificate to be shown at once.
  CertificateIssuer first(Instant now, List<String> names) {
    return new CertificateIssuer(names, now.minus(skew(life)), now.plus(life));
  }

  /// A certificate to be shown after it has settled; until then clocks have caught up.
  CertificateIssuer next(Instant now, List<String> names) {
    return new CertificateIssuer(names, now, now.plus(life));
  }

  /// Whether two thirds of the certificate's time are over.
  boolean isDue(X509Certificate certificate, Instant now) {
    var from = certificate.getNotBefore().toInstant();
    var whole = Duration.between(from, certificate.getNotAfter().toInstant());
    return !now.isBefore(from.plus(whole.multipliedBy(2).dividedBy(3)));
  }

  /// Whether the next certificate's authority has been known for long enough.
  boolean hasSettled(X509Certificate next, Instant now) {
    var settling = shorter(life.dividedBy(12), LONGEST_SETTLING);
    return !now.isBefore(next.getNotBefore().toInstant().plus(settling));
  }

  /// Time between two checks.
  Duration pause() {
    return shorter(life.dividedBy(48), LONGEST_PAUSE);
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }
}
