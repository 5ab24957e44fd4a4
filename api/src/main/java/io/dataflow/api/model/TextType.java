package io.dataflow.api.model;

import io.dataflow.api.model.yaml.YamlKind;

/// Any text.
public record TextType() implements ScalarType {
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
  public String parse(String text) {
    return text;
  }
}
