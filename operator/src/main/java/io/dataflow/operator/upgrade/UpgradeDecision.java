package io.dataflow.operator.upgrade;

/// What a flow may do about what it should be.
public enum UpgradeDecision {
  /// All of it at once.
  PROCEED,
  /// All of it, and until its new pods work it holds one of few places.
  ROLL,
  /// Nothing: it stays as it is until a place is free.
  HOLD;

  /// Decides.
  ///
  /// Only what the operator wants of its own accord has to wait, and only where it would end pods
  /// that work. What a person wants, and what is broken, does not.
  ///
  /// @param moving whether the flow holds a place
  /// @param place whether one is free
  static UpgradeDecision of(DeploymentState state, boolean rolling, boolean slot) {
    if (!state.wanted()) {
      return PROCEED;
    }
    if (rolling) {
      return state.current() && state.settled() ? PROCEED : ROLL;
    }
    if (state.current() || state.edited() || !state.available()) {
      return PROCEED;
    }
    return slot ? ROLL : HOLD;
  }
}
