package io.dataflow.kubernetes.cache;

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
import java.util.function.Function;
import java.util.function.Predicate;

/// What is kept in memory of a watched object: whose it is, how it is, and its [ContentHash]. Above
/// all no value of a Secret but what somebody asks to keep.
///
/// @param isVolatile objects whose data others write, and which does not count as a change
/// @param keptOfSecret the entries of a Secret that are kept
public record CacheTransforms(
    Predicate<HasMetadata> isVolatile, Function<Secret, Map<String, String>> keptOfSecret) {

  /// A store that keeps owned objects trimmed.
  <R extends HasMetadata> TransformingItemStore<R> store() {
    return new TransformingItemStore<>(this::trim);
  }

  /// The hash of what an object holds, trimmed or not.
  public String hash(HasMetadata object) {
    return annotation(object, ContentHash.ANNOTATION)
        .orElseGet(() -> ContentHash.of(object, !isVolatile.test(object)));
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
  public <R extends HasMetadata> R trim(R object) {
    var metadata = object.getMetadata();
    if (annotation(object, ContentHash.ANNOTATION).isPresent()) {
      return object;
    }
    var annotations =
        new HashMap<>(Optional.ofNullable(metadata.getAnnotations()).orElse(Map.of()));
    metadata.setManagedFields(null);
    annotations.put(ContentHash.ANNOTATION, hash(object));
    metadata.setAnnotations(annotations);
    switch (object) {
      case ConfigMap map -> map.setData(null);
      case Secret secret -> secret.setData(keptOfSecret.apply(secret));
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

  /// The value of an annotation.
  public static Optional<String> annotation(HasMetadata object, String key) {
    return Optional.ofNullable(object.getMetadata().getAnnotations()).map(all -> all.get(key));
  }
}
