package io.dataflow.operator.desired;

import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.util.List;

/// Kubernetes' own types out of what a manifest holds of them.
final class Kubernetes {
  private static final KubernetesSerialization SERIALIZATION = new KubernetesSerialization();

  private Kubernetes() {}

  static <T> T convert(Object written, Class<T> type) {
    return SERIALIZATION.convertValue(written, type);
  }

  static <T> List<T> convert(List<?> written, Class<T> type) {
    return written.stream().map(item -> convert(item, type)).toList();
  }
}
