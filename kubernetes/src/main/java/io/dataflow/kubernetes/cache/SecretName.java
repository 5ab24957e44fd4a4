package io.dataflow.kubernetes.cache;

/// Which Secret.
public record SecretName(String namespace, String name) {
  @Override
  public String toString() {
    return namespace + "/" + name;
  }
}
