package io.dataflow.operator.secret;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// A hash over a list of texts: SHA-256, or HMAC-SHA-256 where values of Secrets are among them and
/// everybody can read the hash.
public final class Digest {
  private static final String HMAC = "HmacSHA256";

  private final Consumer<byte[]> texts;
  private final Supplier<byte[]> result;

  private Digest(Consumer<byte[]> texts, Supplier<byte[]> result) {
    this.texts = texts;
    this.result = result;
  }

  /// Of what is no secret.
  public static Digest plain() {
    try {
      var sha = MessageDigest.getInstance("SHA-256");
      return new Digest(sha::update, sha::digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /// Of anything: nobody finds out what it is without the key.
  public static Digest keyed(HashKey key) {
    try {
      var mac = Mac.getInstance(HMAC);
      mac.init(new SecretKeySpec(key.bytes(), HMAC));
      return new Digest(mac::update, mac::doFinal);
    } catch (NoSuchAlgorithmException | InvalidKeyException e) {
      throw new IllegalStateException("every Java has HMAC-SHA-256, for keys of any length", e);
    }
  }

  /// Adds a text, its length first, so that no two lists of texts are the same bytes.
  public Digest add(String text) {
    var bytes = text.getBytes(StandardCharsets.UTF_8);
    texts.accept((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
    texts.accept(bytes);
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
    return HexFormat.of().formatHex(result.get());
  }
}
