package io.dataflow.api.model.type;

import java.util.Arrays;
import java.util.List;

/// Kubernetes' own types that a manifest may hold, with the keys of their first level: deeper ones
/// are the API server's to check.
public enum KubernetesType {
  /// CPU and memory of a container.
  RESOURCES("core/v1 ResourceRequirements", "limits", "requests", "claims"),
  /// Where a pod runs.
  AFFINITY("core/v1 Affinity", "nodeAffinity", "podAffinity", "podAntiAffinity"),
  /// A taint that a pod bears.
  TOLERATION("core/v1 Toleration", "key", "operator", "value", "effect", "tolerationSeconds"),
  /// A variable of a container.
  VARIABLE("core/v1 EnvVar", "name", "value", "valueFrom"),
  /// All that a ConfigMap or a Secret holds, as variables of a container.
  VARIABLES("core/v1 EnvFromSource", "prefix", "configMapRef", "secretRef"),
  /// A Secret beside the pod.
  LOCAL_OBJECT_REFERENCE("core/v1 LocalObjectReference", "name");

  private final String words;
  private final List<String> keys;

  KubernetesType(String words, String... keys) {
    this.words = words;
    this.keys = List.of(keys);
  }

  static KubernetesType of(String words) {
    return Arrays.stream(values())
        .filter(type -> type.words.equals(words))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("unknown Kubernetes type " + words));
  }

  /// Its name in Kubernetes' reference.
  public String words() {
    return words;
  }

  /// The keys of its first level.
  public List<String> keys() {
    return keys;
  }
}
