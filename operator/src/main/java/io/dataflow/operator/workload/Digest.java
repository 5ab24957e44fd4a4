package io.dataflow.operator.workload;

import io.dataflow.operator.secret.SecretEntry;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/// SHA-256 over a list of texts.
public final class Digest {
  private final MessageDigest sha = sha256();

  /// Adds a text, its length first, so that no two lists of texts are the same bytes.
  public Digest add(String text) {
    var bytes = text.getBytes(StandardCharsets.UTF_8);
    sha.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
    sha.update(bytes);
    return this;
  }

  /// Adds values of Secrets, each with its name.
  public Digest add(List<SecretEntry> secrets) {
    for (var entry : secrets) {
      add(entry.namespace() + "/" + entry.name() + "/" + entry.key());
      add(entry.value());
    }
    return this;
  }

  /// In hexadecimal digits.
  public String text() {
    return HexFormat.of().formatHex(sha.digest());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
