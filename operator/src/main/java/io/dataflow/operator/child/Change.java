package io.dataflow.operator.child;

/// What making sure of a child has done.
public enum Change {
  /// It was not there.
  CREATED("Created"),
  /// It was otherwise.
  UPDATED("Updated"),
  /// It was so.
  NONE(""),
  /// Nothing, because it is not any more as it was seen.
  OUTDATED("");

  private final String label;

  Change(String label) {
    this.label = label;
  }

  /// For the event: `Created`, `Updated`, or nothing.
  public String label() {
    return label;
  }
}
