package io.dataflow.api.model.problem;

/// Something wrong with a manifest: where, what, and what to do about it. A value and not an
/// exception, because all of them are reported at once.
///
/// @param path where, for example `spec.sink.config.table`; empty when it is the whole
public record Problem(String path, String message, Severity severity) {
  /// A problem that keeps the flow from running.
  public Problem(String path, String message) {
    this(path, message, Severity.ERROR);
  }

  /// Something that can run, but perhaps not as it is meant.
  public static Problem warning(String path, String message) {
    return new Problem(path, message, Severity.WARNING);
  }

  /// Whether it keeps the flow from running.
  public boolean isError() {
    return severity == Severity.ERROR;
  }

  /// The same, where the path is below another one.
  public Problem below(String parent) {
    return new Problem(YamlPath.below(parent, path), message, severity);
  }

  @Override
  public String toString() {
    var text = path.isEmpty() ? message : path + ": " + message;
    return isError() ? text : "warning: " + text;
  }
}
