package io.dataflow.kubernetes.apply;

import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.util.List;

/// Kubernetes' own types out of what a manifest holds of them.
public final class KubernetesTypes {
  private static final KubernetesSerialization SERIALIZATION = new KubernetesSerialization();

  private KubernetesTypes() {}

  /// One of them.
  public static <T> T convert(Object written, Class<T> type) {
    return SERIALIZATION.convertValue(written, type);
  }

  /// A list of them.
  public static <T> List<T> convert(List<?> written, Class<T> type) {
    return written.stream().map(item -> convert(item, type)).toList();
  }
}
