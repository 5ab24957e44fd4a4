package io.dataflow.operator.secret;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Secret;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;

/// The key of the hashes that stand on a flow's objects and depend on values of Secrets: without it
/// nobody who reads a Deployment can try out which value makes the hash. It is random, and kept in
/// the flow's own Secret, beside the values. It prints without itself.
///
/// @param text its bytes in base64
public record HashKey(String text) {
  /// Its place in the Secret. No value has it: theirs begin with a namespace.
  public static final String ENTRY = "_hash-key";

  private static final int LENGTH = 32;
  private static final SecureRandom RANDOM = new SecureRandom();

  /// A new one.
  public static HashKey random() {
    var bytes = new byte[LENGTH];
    RANDOM.nextBytes(bytes);
    return new HashKey(Base64.getEncoder().encodeToString(bytes));
  }

  /// The one that a flow's Secret holds; a new one where there is no Secret, or none in it. Written
  /// before anything that it has hashed, it is the same from then on.
  public static HashKey in(Optional<? extends HasMetadata> secret) {
    return secret
        .map(Secret.class::cast)
        .map(it -> entryOf(it).get(ENTRY))
        .map(HashKey::new)
        .filter(HashKey::isUsable)
        .orElseGet(HashKey::random);
  }

  /// What a Secret holds beside values: its key, if it has one.
  public static Map<String, String> entryOf(Secret secret) {
    return Optional.ofNullable(secret.getData())
        .map(data -> data.get(ENTRY))
        .map(key -> Map.of(ENTRY, key))
        .orElse(Map.of());
  }

  // Somebody may have written something else there.
  private boolean isUsable() {
    try {
      return bytes().length == LENGTH;
    } catch (IllegalArgumentException _) {
      return false;
    }
  }

  /// Its bytes.
  public byte[] bytes() {
    return Base64.getDecoder().decode(text);
  }

  @Override
  public String toString() {
    return "***";
  }
}
