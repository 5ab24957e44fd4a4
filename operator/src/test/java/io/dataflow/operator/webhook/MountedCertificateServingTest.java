package io.dataflow.operator.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataflow.kubernetes.certificate.MountedCertificate;
import io.dataflow.kubernetes.certificate.ServingCertificate;
import io.dataflow.kubernetes.http.ListenAddress;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.KeyPairGenerator;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A certificate that cert-manager replaces, an RSA one by default, while the webhook is asked.
class MountedCertificateServingTest {
  private static final String REVIEW = ReviewText.of("DELETE").toString();

  @TempDir private Path directory;

  private void mount(ServingCertificate certificate) throws IOException {
    for (var name : List.of("tls.key", "tls.crt")) {
      var text = name.equals("tls.crt") ? certificate.certificatePem() : certificate.keyPem();
      var made = Files.writeString(directory.resolve("new"), text);
      Files.move(made, directory.resolve(name), StandardCopyOption.ATOMIC_MOVE);
    }
  }

  private static ServingCertificate rsa() throws Exception {
    var keys = KeyPairGenerator.getInstance("RSA").generateKeyPair();
    var name = new X500Name("CN=rsa");
    var now = Instant.now();
    var builder =
        new JcaX509v3CertificateBuilder(
            name,
            BigInteger.TEN,
            Date.from(now.minusSeconds(60)),
            Date.from(now.plusSeconds(600)),
            name,
            keys.getPublic());
    var names = new GeneralNames(new GeneralName(GeneralName.iPAddress, "127.0.0.1"));
    builder.addExtension(Extension.subjectAlternativeName, false, names);
    var signer = new JcaContentSignerBuilder("SHA256withRSA").build(keys.getPrivate());
    var certificate = new JcaX509CertificateConverter().getCertificate(builder.build(signer));
    return new ServingCertificate(keys.getPrivate(), List.of(certificate));
  }

  @Test
  void servesWithoutARestart() throws Exception {
    var certificates =
        List.of(
            rsa(), ServingCertificate.generate(List.of("127.0.0.1"), Duration.ofHours(1)), rsa());
    mount(certificates.getFirst());
    var mounted = MountedCertificate.in(directory);
    var address = ListenAddress.parse("127.0.0.1:0", Optional.empty());
    try (var server = WebhookServer.start(address, mounted)) {
      for (var certificate : certificates) {
        mount(certificate);
        assertThat(shown(server, certificate)).isEqualTo(certificate.leaf());
      }
    }
  }

  private static X509Certificate shown(WebhookServer server, ServingCertificate trusted)
      throws Exception {
    var caller = WebhookClient.of(server.port(), trusted);
    try (var _ = caller.http()) {
      var answer = caller.post(REVIEW);
      assertThat(answer.statusCode()).isEqualTo(200);
      return (X509Certificate) answer.sslSession().orElseThrow().getPeerCertificates()[0];
    }
  }
}
