package io.dataflow.api.model.type;

/// One of Kubernetes' own objects, passed on as it stands.
public record OpaqueType(KubernetesType kubernetes) implements ValueType {
  @Override
  public String wanted() {
    return "an object";
  }
}
