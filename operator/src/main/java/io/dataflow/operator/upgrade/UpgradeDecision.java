package io.dataflow.operator.upgrade;

/// What a flow may do about what it should be.
public enum UpgradeDecision {
  /// All of it at once.
  NOW,
  /// All of it, and until its new pods work it holds one of few places.
  MOVE,
  /// Nothing: it stays as it is until a place is free.
  WAIT;

  /// Decides.
  ///
  /// Only what the operator wants of its own accord has to wait, and only where it would end pods
  /// that work. What a person wants, and what is broken, does not.
  ///
  /// @param moving whether the flow holds a place
  /// @param place whether one is free
  static UpgradeDecision of(DeploymentState stand, boolean moving, boolean place) {
    if (!stand.wanted()) {
      return NOW;
    }
    if (moving) {
      return stand.current() && stand.settled() ? NOW : MOVE;
    }
    if (stand.current() || stand.edited() || !stand.works()) {
      return NOW;
    }
    return place ? MOVE : WAIT;
  }
}
