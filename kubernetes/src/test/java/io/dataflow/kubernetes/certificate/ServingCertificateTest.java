package io.dataflow.kubernetes.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringWriter;
import java.security.KeyPairGenerator;
import java.security.interfaces.ECPrivateKey;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.util.io.pem.PemObject;
import org.bouncycastle.util.io.pem.PemWriter;
import org.junit.jupiter.api.Test;

class ServingCertificateTest {
  private static final Duration DAY = Duration.ofDays(1);

  private final ServingCertificate made =
      ServingCertificate.generate(List.of("orders.shop.svc", "127.0.0.1", "::1"), DAY);

  @Test
  void isForItsNamesAlone() {
    assertThat(SubjectNames.of(made.leaf()))
        .containsExactly("orders.shop.svc", "127.0.0.1", "0:0:0:0:0:0:0:1");
    assertThat(made.covers("orders.shop.svc")).isTrue();
    assertThat(made.covers("payments.shop.svc")).isFalse();
  }

  @Test
  void isSignedByItsAuthority() {
    assertThatCode(() -> made.leaf().verify(made.authority().getPublicKey()))
        .doesNotThrowAnyException();
    assertThat(made.leaf().getBasicConstraints()).isEqualTo(-1);
    assertThat(made.authority().getBasicConstraints()).isZero();
  }

  @Test
  void isValidNowAndALittleBefore() {
    var now = Instant.now();
    assertThat(made.isValidAt(now)).isTrue();
    assertThat(made.isValidAt(now.minusSeconds(240))).isTrue();
    assertThat(made.isValidAt(now.minusSeconds(400))).isFalse();
    assertThat(made.isValidAt(now.plus(DAY).plusSeconds(5))).isFalse();
  }

  @Test
  void isTheSameAfterAWayThroughText() {
    assertThat(ServingCertificate.parse(made.certificatePem(), made.keyPem())).isEqualTo(made);
  }

  @Test
  void keysAreReadAsCertManagerWritesThem() throws Exception {
    var rsa = KeyPairGenerator.getInstance("RSA").generateKeyPair();
    var rsaText = new StringWriter();
    try (var writer = new JcaPEMWriter(rsaText)) {
      writer.writeObject(rsa.getPrivate());
    }
    assertThat(rsaText.toString()).startsWith("-----BEGIN RSA PRIVATE KEY");
    assertThat(KeyPairCheck.belongs(Pem.key(rsaText.toString()), rsa.getPublic())).isTrue();

    var secret = ((ECPrivateKey) made.key()).getS();
    var sec1 =
        new org.bouncycastle.asn1.sec.ECPrivateKey(256, secret, SECObjectIdentifiers.secp256r1);
    var ecText = new StringWriter();
    try (var writer = new PemWriter(ecText)) {
      writer.writeObject(new PemObject("EC PRIVATE KEY", sec1.getEncoded()));
    }
    assertThat(KeyPairCheck.belongs(Pem.key(ecText.toString()), made.leaf().getPublicKey()))
        .isTrue();
  }

  @Test
  void aKeyOfAnotherCertificateIsRefused() {
    var other = ServingCertificate.generate(List.of("a"), DAY);
    assertThatThrownBy(() -> ServingCertificate.parse(made.certificatePem(), other.keyPem()))
        .hasMessage("the key does not belong to the certificate. Replace both together.");
  }

  @Test
  void whatIsBrokenIsNotQuoted() {
    var broken = made.keyPem().replaceFirst("M", "?hunter2");
    assertThatThrownBy(() -> ServingCertificate.parse(made.certificatePem(), broken))
        .isInstanceOf(UnusableCertificateException.class)
        .hasNoCause()
        .hasMessageNotContaining("hunter2");
    assertThatThrownBy(() -> ServingCertificate.parse("", made.keyPem()))
        .hasMessage("no certificate in it. Put a PEM `tls.crt` there.");
    assertThatThrownBy(() -> ServingCertificate.parse(made.certificatePem(), ""))
        .hasMessage("no private key in it. Put a PEM `tls.key` there, without a password.");
  }

  @Test
  void itsTextHasNoKey() {
    assertThat(made.toString()).startsWith("[orders.shop.svc, 127.0.0.1, ");
    assertThat(made.toString()).doesNotContain("key").doesNotContain("EC");
  }
}
