package io.dataflow.kubernetes.certificate;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// A certificate that a server shows, and the key that proves it.
///
/// @param key its private key, which no text of ours ever shows
/// @param chain the server's certificate first, its authority last; one alone is its own authority
public record ServingCertificate(PrivateKey key, List<X509Certificate> chain) {
  /// Keeps the chain as it is now.
  public ServingCertificate {
    chain = List.copyOf(chain);
  }

  /// Makes one, signed by an authority made for it alone, whose key is forgotten at once.
  ///
  /// @param names host names and IP addresses that clients may call the server by
  /// @param validity how long from now; also a little before now, for clocks that are behind
  public static ServingCertificate generate(List<String> names, Duration validity) {
    var now = Instant.now();
    return new CertificateIssuer(
            names, now.minus(RotationPolicy.skew(validity)), now.plus(validity))
        .certificate();
  }

  /// Reads PEM as it stands in `tls.crt` and `tls.key`.
  ///
  /// @throws UnusableCertificateException when they cannot be read or do not belong together
  public static ServingCertificate parse(String certificates, String key) {
    var chain = Pem.certificates(certificates);
    if (chain.isEmpty()) {
      throw new UnusableCertificateException("no certificate in it. Put a PEM `tls.crt` there.");
    }
    var read = new ServingCertificate(Pem.key(key), chain);
    if (!KeyPairCheck.belongs(read.key(), read.leaf().getPublicKey())) {
      throw new UnusableCertificateException(
          "the key does not belong to the certificate. Replace both together.");
    }
    return read;
  }

  /// The server's own certificate.
  public X509Certificate leaf() {
    return chain.getFirst();
  }

  /// The certificate that a client must trust.
  public X509Certificate authority() {
    return chain.getLast();
  }

  /// The chain as `tls.crt` holds it.
  public String certificatePem() {
    return Pem.text(chain);
  }

  /// The key as `tls.key` holds it: for a Secret or a file of the server's own, nothing else.
  public String keyPem() {
    return Pem.text(key);
  }

  /// Whether it may be shown at this moment.
  public boolean isValidAt(Instant moment) {
    return !moment.isBefore(leaf().getNotBefore().toInstant())
        && moment.isBefore(leaf().getNotAfter().toInstant());
  }

  /// Whether clients may call the server by this host name.
  public boolean covers(String name) {
    return SubjectNames.of(leaf()).contains(name);
  }

  /// Whose certificate and until when; never the key.
  @Override
  public String toString() {
    return SubjectNames.of(leaf()) + " until " + leaf().getNotAfter().toInstant();
  }
}
