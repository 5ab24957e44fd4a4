package io.dataflow.api.model;

/// Something wrong with a manifest: where, what, and what to do about it. A value and not an
/// exception, because all of them are reported at once.
public record Problem(String path, String message) {
  @Override
  public String toString() {
    return path + ": " + message;
  }
}
