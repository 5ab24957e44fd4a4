package io.dataflow.kubernetes.certificate;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// What the replicas of an operator agree on: the certificate they show, the one they show next,
/// and all authorities that clients must trust meanwhile.
///
/// @param next the one to come, while its authority is being made known
/// @param authorities what clients trust: those of the current one, of the next one, and of
///     earlier ones that are not over
record CertificateState(
    ServingCertificate current,
    Optional<ServingCertificate> next,
    List<X509Certificate> authorities) {

  /// A beginning. Authorities of before stay trusted, as another replica may still be shown by
  /// one of them.
  static CertificateState begin(ServingCertificate first, List<X509Certificate> before) {
    var authorities = Stream.concat(Stream.of(first.authority()), before.stream());
    return new CertificateState(first, Optional.empty(), authorities.distinct().toList());
  }

  /// How it should stand at this moment: the next certificate made when it is time, shown when it
  /// has settled, authorities forgotten when they are over. What is over itself begins anew.
  ///
  /// @param trusted whether the API server trusts an authority; one it does not trust is not shown
  CertificateState at(
      Instant now,
      RotationPolicy rotation,
      List<String> names,
      Predicate<X509Certificate> trusted) {
    var moved = next.map(it -> promoted(it, now, rotation, trusted)).orElse(this);
    if (!moved.current().isValidAt(now)) {
      return begin(rotation.first(now, names).certificate(), authorities).withoutThoseOver(now);
    }
    boolean due = moved.next().isEmpty() && rotation.isDue(moved.current().leaf(), now);
    var prepared = due ? moved.prepared(rotation.next(now, names).certificate()) : moved;
    return prepared.withoutThoseOver(now);
  }

  private CertificateState promoted(
      ServingCertificate next,
      Instant now,
      RotationPolicy rotation,
      Predicate<X509Certificate> trusted) {
    boolean urgent = !current.isValidAt(now);
    return urgent || rotation.hasSettled(next.leaf(), now) && trusted.test(next.authority())
        ? new CertificateState(next, Optional.empty(), authorities)
        : this;
  }

  private CertificateState prepared(ServingCertificate next) {
    var known = new ArrayList<>(authorities);
    known.add(next.authority());
    return new CertificateState(current, Optional.of(next), known);
  }

  private CertificateState withoutThoseOver(Instant now) {
    var valid =
        authorities.stream().filter(it -> now.isBefore(it.getNotAfter().toInstant())).toList();
    return new CertificateState(current, next, valid);
  }

  /// What a webhook configuration's `caBundle` holds, as PEM.
  String bundle() {
    return Pem.text(authorities);
  }
}
