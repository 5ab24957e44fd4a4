package io.dataflow.kubernetes.apply;

/// What applying an owned resource has done.
public enum ApplyResult {
  /// It was not there.
  CREATED("Created"),
  /// It was otherwise.
  UPDATED("Updated"),
  /// It was so.
  UNCHANGED(""),
  /// Nothing, because it is not any more as it was seen.
  CONFLICT("");

  private final String label;

  ApplyResult(String label) {
    this.label = label;
  }

  /// For the event: `Created`, `Updated`, or nothing.
  public String label() {
    return label;
  }
}
