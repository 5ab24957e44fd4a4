package io.dataflow.api.model.secret;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/// Settings whose keys this model does not know, because they are another system's. The value of
/// `<key>SecretRef` comes from a Secret.
///
/// @param plain the values that stand in the manifest, as text
/// @param secret the values of Secrets by their key, without `SecretRef`; empty where nobody has
///     looked into Secrets
public record Options(Map<String, String> plain, Map<String, Secret> secret) {
  /// Keeps the order in which they were written.
  public Options {
    plain = new LinkedHashMap<>(plain);
    secret = new LinkedHashMap<>(secret);
    plain.keySet().removeAll(secret.keySet());
  }

  /// No settings.
  public static Options none() {
    return new Options(Map.of(), Map.of());
  }

  /// All keys, without `SecretRef`.
  public Set<String> keys() {
    var keys = new LinkedHashSet<>(plain.keySet());
    keys.addAll(secret.keySet());
    return keys;
  }
}
