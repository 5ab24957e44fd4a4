package io.dataflow.operator.reconcile;

/// What making sure of a child has done.
enum Change {
  CREATED("Created"),
  UPDATED("Updated"),
  NONE(""),
  /// Nothing, because it is not any more as it was seen.
  OUTDATED("");

  private final String label;

  Change(String label) {
    this.label = label;
  }

  String label() {
    return label;
  }
}
