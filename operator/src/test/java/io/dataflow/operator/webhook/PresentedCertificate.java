package io.dataflow.operator.webhook;

import io.dataflow.kubernetes.certificate.CertificateSource;
import io.dataflow.kubernetes.certificate.ServingCertificate;

/// A certificate that a test replaces when it likes.
final class PresentedCertificate implements CertificateSource {
  private volatile ServingCertificate current;

  PresentedCertificate(ServingCertificate first) {
    current = first;
  }

  void replace(ServingCertificate next) {
    current = next;
  }

  @Override
  public ServingCertificate current() {
    return current;
  }

  @Override
  public void close() {
    // Nothing renews it.
  }
}
