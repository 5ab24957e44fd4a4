package io.dataflow.api.model;

import java.nio.file.Path;
import java.util.Optional;

/// Where the values come from that a manifest takes from Kubernetes Secrets.
@FunctionalInterface
public interface Secrets {
  /// The value of a Secret's key; empty when the Secret or the key is not there.
  Optional<String> value(String secretName, String key);

  /// No Secrets at all.
  static Secrets none() {
    return (secretName, key) -> Optional.empty();
  }

  /// Secrets as files, as a pod mounts them: `DIR/<secret>/<key>` holds the value. One line end at
  /// its end does not belong to it.
  static Secrets directory(Path directory) {
    return new SecretsDirectory(directory);
  }
}
