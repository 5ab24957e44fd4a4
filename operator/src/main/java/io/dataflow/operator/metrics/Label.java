package io.dataflow.operator.metrics;

/// One label of a series.
///
/// @param value as it stands in the text, with `\\`, `\"` and `\n` escaped
record Label(String name, String value) {
  /// A label of a plain value.
  static Label of(String name, String value) {
    var escaped = value.replace("\\", "\\\\").replace("\n", "\\n").replace("\"", "\\\"");
    return new Label(name, escaped);
  }

  @Override
  public String toString() {
    return name + "=\"" + value + "\"";
  }
}
