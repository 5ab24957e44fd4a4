package io.dataflow.operator.upgrade;

/// What a flow may do about what it should be.
public enum UpgradeDecision {
  /// All of it at once.
  PROCEED,
  /// All of it, and until its new pods are ready it holds one of few slots.
  ROLL,
  /// Nothing: it stays as it is until a slot is free.
  HOLD;

  /// Decides.
  ///
  /// Only what the operator wants of its own accord has to wait, and only where it would end pods
  /// that work. What a person wants, and what is broken, does not.
  ///
  /// @param rolling whether the flow holds a slot
  /// @param slot whether one is free
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
