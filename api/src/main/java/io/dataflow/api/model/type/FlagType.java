package io.dataflow.api.model.type;

import io.dataflow.api.model.yaml.YamlKind;

/// `true` or `false`.
public record FlagType() implements ScalarType {
  @Override
  public String wanted() {
    return "`true` or `false`";
  }

  @Override
  public boolean accepts(YamlKind kind) {
    return kind == YamlKind.FLAG;
  }

  @Override
  public String example() {
    return "true";
  }

  @Override
  public Boolean parse(String text) {
    return Boolean.valueOf(text);
  }
}
