package io.dataflow.kubernetes.certificate;

import java.io.IOException;
import java.io.StringReader;
import java.security.PrivateKey;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.openssl.PEMKeyPair;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.jcajce.JcaPEMKeyConverter;

/// Certificates and keys as text. Keys are read in all the forms that cert-manager and openssl
/// write: PKCS #8, PKCS #1 and SEC 1.
final class Pem {
  private Pem() {}

  static String text(Collection<X509Certificate> certificates) {
    return certificates.stream().map(Pem::text).collect(Collectors.joining());
  }

  static String text(X509Certificate certificate) {
    try {
      return block("CERTIFICATE", certificate.getEncoded());
    } catch (CertificateEncodingException failure) {
      throw new UnusableCertificateException("a certificate without an encoding", failure);
    }
  }

  static String text(PrivateKey key) {
    return block("PRIVATE KEY", key.getEncoded());
  }

  private static String block(String kind, byte[] content) {
    var lines = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content);
    return "-----BEGIN " + kind + "-----\n" + lines + "\n-----END " + kind + "-----\n";
  }

  /// All certificates of the text, in order.
  static List<X509Certificate> certificates(String text) {
    var converter = new JcaX509CertificateConverter();
    var certificates = new ArrayList<X509Certificate>();
    try {
      for (var block : blocks(text)) {
        if (block instanceof X509CertificateHolder certificate) {
          certificates.add(converter.getCertificate(certificate));
        }
      }
      return certificates;
    } catch (CertificateException failure) {
      throw new UnusableCertificateException(
          "a certificate that cannot be read. Put PEM there.", failure);
    }
  }

  /// The first private key of the text. What the parser says of a broken one is not passed on, as
  /// it might quote it.
  static PrivateKey key(String text) {
    var converter = new JcaPEMKeyConverter();
    try {
      for (var block : blocks(text)) {
        if (block instanceof PrivateKeyInfo key) {
          return converter.getPrivateKey(key);
        }
        if (block instanceof PEMKeyPair pair) {
          return converter.getPrivateKey(pair.getPrivateKeyInfo());
        }
      }
    } catch (IOException _) {
      throw new UnusableCertificateException(
          "a private key of an unknown kind. Take an RSA or ECDSA key.");
    }
    throw new UnusableCertificateException(
        "no private key in it. Put a PEM `tls.key` there, without a password.");
  }

  private static List<Object> blocks(String text) {
    var blocks = new ArrayList<>();
    try (var parser = new PEMParser(new StringReader(text))) {
      for (var block = parser.readObject(); block != null; block = parser.readObject()) {
        blocks.add(block);
      }
      return blocks;
    } catch (IOException | RuntimeException _) {
      throw new UnusableCertificateException("no PEM. Write it as openssl does.");
    }
  }
}
