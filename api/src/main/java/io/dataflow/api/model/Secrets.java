package io.dataflow.api.model;

import java.nio.file.Path;
import java.util.Optional;

/// Where the values come from that a manifest takes from Kubernetes Secrets.
@FunctionalInterface
public interface Secrets {
  /// The value of a Secret's key; empty when the Secret or the key is not there.
  Optional<String> value(SecretRef ref);

  /// What a person does about a value that is not there: one or two sentences.
  default String remedy(SecretRef ref) {
    return "Create it, or put its value into the file `%s/%s` of the directory that `--secrets` names."
        .formatted(ref.name(), ref.key());
  }

  /// No Secrets at all.
  static Secrets none() {
    return ref -> Optional.empty();
  }

  /// Secrets as files, as a pod mounts them: `DIR/<secret>/<key>` holds the value. One line end at
  /// its end does not belong to it.
  static Secrets directory(Path directory) {
    return new SecretsDirectory(directory);
  }
}
