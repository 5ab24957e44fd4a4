/// The webhook's certificate: mounted or made here, renewed while it serves.
///
/// - `CertificateSource`: `MountedCertificate` or `SelfManagedCertificate`
/// - `CertificateIssuer`, `RotationPolicy`, `CertificateState`: how one is made and followed by the
///   next one; `CertificateSecret`, `TlsSecretData`: where replicas share it
/// - `CaBundleInjector`, `WebhookIdentity`: what the API server knows of it
/// - `ServingCertificate`, `Pem`, `KeyPairCheck`, `SubjectNames`: the certificate; `ReloadingKeys`:
///   TLS that shows it
package io.dataflow.kubernetes.certificate;
