package io.dataflow.api.model.secret;

/// A value that must never be seen: it prints as `***`, whatever prints it.
public record Secret(String value) {
  @Override
  public String toString() {
    return "***";
  }
}
