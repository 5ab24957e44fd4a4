package io.dataflow.kubernetes.certificate;

import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/// The names that a certificate is for: its subject's alternative names.
final class SubjectNames {
  private SubjectNames() {}

  static List<String> of(X509Certificate certificate) {
    try {
      return Optional.<Collection<List<?>>>ofNullable(certificate.getSubjectAlternativeNames())
          .stream()
          .flatMap(Collection::stream)
          .map(name -> String.valueOf(name.get(1)))
          .toList();
    } catch (CertificateParsingException failure) {
      throw new UnusableCertificateException(
          "the certificate's names cannot be read. Replace it.", failure);
    }
  }
}
