package io.dataflow.kubernetes.certificate;

import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Certificates as a Secret of type `kubernetes.io/tls` holds them: `tls.crt`, `tls.key` and
/// `ca.crt`, and `next.crt` and `next.key` of the one to come.
final class TlsSecretData {
  private TlsSecretData() {}

  static Map<String, String> of(CertificateState stored) {
    var data = new LinkedHashMap<String, String>();
    put(data, "tls", stored.current());
    stored.next().ifPresent(next -> put(data, "next", next));
    data.put("ca.crt", encoded(stored.bundle()));
    return data;
  }

  private static void put(Map<String, String> data, String name, ServingCertificate certificate) {
    data.put(name + ".crt", encoded(certificate.certificatePem()));
    data.put(name + ".key", encoded(certificate.keyPem()));
  }

  /// @throws UnusableCertificateException when it holds something else
  static CertificateState read(Map<String, String> data) {
    var current =
        certificate(data, "tls")
            .orElseThrow(() -> new UnusableCertificateException("no `tls.crt` and `tls.key`."));
    var authorities = Pem.certificates(text(data, "ca.crt").orElse(""));
    return new CertificateState(current, certificate(data, "next"), authorities);
  }

  /// The authorities alone, of data that may be of no other use.
  static List<X509Certificate> authorities(Map<String, String> data) {
    try {
      return Pem.certificates(text(data, "ca.crt").orElse(""));
    } catch (UnusableCertificateException _) {
      return List.of();
    }
  }

  private static Optional<ServingCertificate> certificate(Map<String, String> data, String name) {
    return text(data, name + ".crt")
        .flatMap(
            chain -> text(data, name + ".key").map(key -> ServingCertificate.parse(chain, key)));
  }

  private static Optional<String> text(Map<String, String> data, String key) {
    try {
      return Optional.ofNullable(data.get(key))
          .map(it -> new String(Base64.getDecoder().decode(it), StandardCharsets.UTF_8));
    } catch (IllegalArgumentException _) {
      throw new UnusableCertificateException("`" + key + "` is not in base64.");
    }
  }

  private static String encoded(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}
