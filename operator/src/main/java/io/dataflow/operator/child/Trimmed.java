package io.dataflow.operator.child;

import io.dataflow.operator.secret.HashKey;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.batch.v1.CronJob;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.rbac.Role;
import io.fabric8.kubernetes.api.model.rbac.RoleBinding;
import io.javaoperatorsdk.operator.processing.event.source.informer.TransformingItemStore;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// What is kept in memory of a watched object: whose it is, how it is, and its [Fingerprint]. Above
/// all no value of a Secret: of those that flows own only the key of their hashes.
public final class Trimmed {
  private Trimmed() {}

  /// A store that keeps children trimmed.
  static <R extends HasMetadata> TransformingItemStore<R> children() {
    return new TransformingItemStore<>(Trimmed::child);
  }

  /// A store that keeps pods trimmed: their status is what matters.
  public static TransformingItemStore<Pod> pods() {
    return new TransformingItemStore<>(
        pod -> {
          pod.setSpec(null);
          pod.getMetadata().setManagedFields(null);
          pod.getMetadata().setAnnotations(null);
          return pod;
        });
  }

  /// The object without its content.
  static <R extends HasMetadata> R child(R object) {
    var metadata = object.getMetadata();
    if (Optional.ofNullable(metadata.getAnnotations())
        .orElse(Map.of())
        .containsKey(Fingerprint.ANNOTATION)) {
      return object;
    }
    var annotations =
        new HashMap<>(Optional.ofNullable(metadata.getAnnotations()).orElse(Map.of()));
    metadata.setManagedFields(null);
    annotations.put(Fingerprint.ANNOTATION, Fingerprint.of(object));
    metadata.setAnnotations(annotations);
    switch (object) {
      case ConfigMap map -> map.setData(null);
      case Secret secret -> secret.setData(HashKey.entryOf(secret));
      case Role role -> role.setRules(null);
      case RoleBinding binding -> binding.setSubjects(null);
      case Deployment deployment -> deployment.setSpec(null);
      case CronJob cronJob -> cronJob.setSpec(null);
      case Job job -> job.setSpec(null);
      default -> {
        // A ServiceAccount holds nothing.
      }
    }
    return object;
  }

  static Optional<String> annotation(HasMetadata object, String key) {
    return Optional.ofNullable(object.getMetadata().getAnnotations()).map(all -> all.get(key));
  }
}
