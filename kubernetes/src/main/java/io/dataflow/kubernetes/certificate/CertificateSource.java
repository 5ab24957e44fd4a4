package io.dataflow.kubernetes.certificate;

/// Where the webhook's certificate comes from: a mounted directory, or the operator itself. It is
/// asked at each TLS handshake, so that a renewed one serves without a restart.
public interface CertificateSource extends AutoCloseable {
  /// The certificate to show now.
  ServingCertificate current();

  /// Stops renewing; what is there stays.
  @Override
  void close();
}
