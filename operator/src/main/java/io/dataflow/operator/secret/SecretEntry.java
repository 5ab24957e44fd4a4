package io.dataflow.operator.secret;

/// One value of a Secret. It prints without the value.
public record SecretEntry(String namespace, String name, String key, String value) {
  @Override
  public String toString() {
    return namespace + "/" + name + "/" + key;
  }
}
