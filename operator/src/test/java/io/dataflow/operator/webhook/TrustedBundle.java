package io.dataflow.operator.webhook;

import java.io.ByteArrayInputStream;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/// What the API server trusts at this moment: the `caBundle` that stands in its configuration.
final class TrustedBundle {
  private TrustedBundle() {}

  /// The configuration's bundle, encoded as it stands there; empty when there is none.
  static Optional<String> encoded() {
    return Optional.ofNullable(
            WebhookCluster.PLANE
                .client()
                .admissionRegistration()
                .v1()
                .validatingWebhookConfigurations()
                .withName(WebhookCluster.CONFIGURATION)
                .get())
        .map(it -> it.getWebhooks().getFirst().getClientConfig().getCaBundle());
  }

  static List<X509Certificate> authorities() {
    var pem = Base64.getDecoder().decode(encoded().orElse(""));
    try {
      return CertificateFactory.getInstance("X.509")
          .generateCertificates(new ByteArrayInputStream(pem))
          .stream()
          .map(X509Certificate.class::cast)
          .toList();
    } catch (CertificateException wrong) {
      throw new IllegalStateException(wrong);
    }
  }
}
