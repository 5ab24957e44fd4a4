package io.dataflow.api.model;

import io.dataflow.api.model.yaml.YamlKind;

/// A text that must never be seen.
public record SecretType() implements ScalarType {
  @Override
  public String wanted() {
    return "text";
  }

  @Override
  public boolean accepts(YamlKind kind) {
    return kind == YamlKind.TEXT;
  }

  @Override
  public String example() {
    return "text";
  }

  @Override
  public Secret parse(String text) {
    return new Secret(text);
  }

  @Override
  public boolean isSecret() {
    return true;
  }
}
