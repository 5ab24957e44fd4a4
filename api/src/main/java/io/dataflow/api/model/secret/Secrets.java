package io.dataflow.api.model.secret;

import java.nio.file.Path;
import java.util.Optional;

/// Where the values come from that a manifest takes from Kubernetes Secrets.
@FunctionalInterface
public interface Secrets {
  /// The value of a Secret's key; empty when the Secret or the key is not there.
  Optional<String> value(String secretName, String key);

  /// The value that a reference stands for; where namespaces make a difference, the one of the
  /// Secret in the namespace that it names.
  default Optional<String> value(SecretRef ref) {
    return value(ref.name(), ref.key());
  }

  /// What a person does about a value that is not there: one or two sentences.
  default String remedy(SecretRef ref) {
    return "Create it, or put its value into the file `%s/%s` of the directory that `--secrets` names."
        .formatted(ref.name(), ref.key());
  }

  /// No Secrets at all.
  static Secrets none() {
    return (secretName, key) -> Optional.empty();
  }

  /// Secrets as files, as a pod mounts them: `DIR/<secret>/<key>` holds the value, and
  /// `DIR/_<namespace>/<secret>/<key>` that of a Secret of another namespace. One line end at its
  /// end does not belong to it.
  static Secrets directory(Path directory) {
    return new SecretsDirectory(directory);
  }
}
