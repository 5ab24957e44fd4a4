package io.dataflow.kubernetes.certificate;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;

/// Whether a private key belongs to a public one, shown by a signature. Two files of a directory
/// may be read while they are being changed.
final class KeyPairCheck {
  private static final byte[] MESSAGE = {'p', 'r', 'o', 'o', 'f'};

  private KeyPairCheck() {}

  static boolean belongs(PrivateKey key, PublicKey publicKey) {
    if (!key.getAlgorithm().equals(publicKey.getAlgorithm())) {
      return false;
    }
    try {
      var signature = Signature.getInstance(algorithm(key));
      signature.initSign(key);
      signature.update(MESSAGE);
      var signed = signature.sign();
      signature.initVerify(publicKey);
      signature.update(MESSAGE);
      return signature.verify(signed);
    } catch (GeneralSecurityException failure) {
      throw new UnusableCertificateException(
          "a " + key.getAlgorithm() + " key cannot serve. Take an RSA or ECDSA key.", failure);
    }
  }

  private static String algorithm(PrivateKey key) {
    return switch (key.getAlgorithm()) {
      case "RSA" -> "SHA256withRSA";
      case "EC" -> "SHA256withECDSA";
      case String other -> other;
    };
  }
}
