package io.dataflow.api.condition;

/// A condition that cannot be read: what is wrong, where, and what to write instead.
public final class ConditionException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;
  private final int column;

  ConditionException(String message, int column) {
    super(message);
    this.column = column;
  }

  /// The character at which reading stopped, from 1; one behind the last when it ends too early.
  public int column() {
    return column;
  }
}
