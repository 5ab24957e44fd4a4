package io.dataflow.api.model.type;

import io.dataflow.api.model.secret.Secret;
import io.dataflow.api.model.yaml.YamlKind;

/// A text that must never be seen.
///
/// @param longest the most characters that it may have
public record SecretType(int longest) implements ScalarType {
  @Override
  public SecretType within(int most) {
    return new SecretType(most);
  }

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
