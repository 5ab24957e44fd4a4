package io.dataflow.runtime.connector.tls;

import io.dataflow.api.model.secret.Secret;
import io.dataflow.runtime.connector.FlowException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Certificates or a key in PEM. What is wrong with it is said without any of it.
///
/// @param field where it stands in a manifest: `tls.caFile`
public record PemFile(String field, String text) {
  private static final String BEGIN = "-----BEGIN";
  private static final Pattern KEY =
      Pattern.compile("-----BEGIN ((?:[A-Z]+ )?PRIVATE KEY)-----([^-]*)-----END");
  private static final List<String> ALGORITHMS = List.of("RSA", "EC", "Ed25519", "Ed448");

  /// `SEQUENCE { INTEGER 0, SEQUENCE { OID rsaEncryption, NULL } , OCTET STRING`, without lengths
  /// that depend on the key.
  private static final byte[] RSA = {
    2, 1, 0, 0x30, 13, 6, 9, 0x2A, (byte) 0x86, 0x48, (byte) 0x86, (byte) 0xF7, 13, 1, 1, 1, 5, 0
  };

  /// What a manifest has: the text itself, or the path of a file with it.
  ///
  /// @throws FlowException when it is neither
  public static PemFile read(String field, Secret pathOrText) {
    var value = pathOrText.value();
    if (value.stripLeading().startsWith(BEGIN)) {
      return new PemFile(field, value);
    }
    try {
      return new PemFile(field, Files.readString(Path.of(value.strip())));
    } catch (IOException | InvalidPathException e) {
      throw new FlowException(
          "`%s` is neither PEM text nor a file that can be read.".formatted(field)
              + " Mount the file, or put the text into the Secret.");
    }
  }

  /// The certificates, at least one.
  public List<X509Certificate> certificates() {
    try {
      var factory = CertificateFactory.getInstance("X.509");
      var bytes = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
      var found =
          factory.generateCertificates(bytes).stream().map(X509Certificate.class::cast).toList();
      if (found.isEmpty()) {
        throw wrong("has no certificate");
      }
      return found;
    } catch (GeneralSecurityException e) {
      throw wrong("has something in it that is no certificate");
    }
  }

  /// The key.
  public PrivateKey key() {
    var found = KEY.matcher(text);
    if (!found.find()) {
      throw wrong("has no key that can be read here");
    }
    var bytes = decoded(found.group(2));
    return switch (found.group(1)) {
      case "PRIVATE KEY" -> key(bytes);
      case "RSA PRIVATE KEY" -> key(pkcs8(bytes));
      default ->
          throw wrong(
              "has a key of the kind `"
                  + found.group(1)
                  + "`, which cannot be read here. Write it as `PRIVATE KEY` by `openssl pkcs8"
                  + " -topk8 -nocrypt`");
    };
  }

  private byte[] decoded(String base64) {
    try {
      return Base64.getMimeDecoder().decode(base64);
    } catch (IllegalArgumentException e) {
      throw wrong("is damaged");
    }
  }

  private PrivateKey key(byte[] pkcs8) {
    return ALGORITHMS.stream()
        .map(algorithm -> key(algorithm, pkcs8))
        .flatMap(Optional::stream)
        .findFirst()
        .orElseThrow(() -> wrong("has a key that is damaged or of an unknown kind"));
  }

  private static Optional<PrivateKey> key(String algorithm, byte[] pkcs8) {
    try {
      var spec = new PKCS8EncodedKeySpec(pkcs8);
      return Optional.of(KeyFactory.getInstance(algorithm).generatePrivate(spec));
    } catch (GeneralSecurityException e) {
      // Of another algorithm; a key that is of none is said by the caller.
      return Optional.empty();
    }
  }

  /// The older form, that cert-manager writes by default, in the newer one.
  private static byte[] pkcs8(byte[] rsa) {
    var key = element(0x04, rsa);
    var inside = ByteBuffer.allocate(RSA.length + key.length).put(RSA).put(key);
    return element(0x30, inside.array());
  }

  private static byte[] element(int tag, byte[] content) {
    return ByteBuffer.allocate(4 + content.length)
        .put((byte) tag)
        .put((byte) 0x82)
        .putShort((short) content.length)
        .put(content)
        .array();
  }

  private FlowException wrong(String what) {
    return new FlowException(
        "`%s` %s. Give what `openssl` or cert-manager writes as PEM.".formatted(field, what));
  }
}
