package io.dataflow.api.model.type;

import io.dataflow.api.model.yaml.YamlKind;

/// Any text.
///
/// @param longest the most characters that it may have
public record TextType(int longest) implements ScalarType {
  @Override
  public TextType within(int most) {
    return new TextType(most);
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
  public String parse(String text) {
    return text;
  }
}
