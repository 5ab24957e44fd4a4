package io.dataflow.api.path;

import io.dataflow.api.json.TextForm;

/// How two values are compared: by their text forms, so `5` equals `"5"`.
public enum Operator {
  /// Both text forms are the same.
  EQUAL("=="),
  /// The text forms differ.
  NOT_EQUAL("!="),
  /// By value when both sides are numbers, else in the order of Unicode.
  LESS("<"),
  /// Not greater.
  LESS_OR_EQUAL("<="),
  /// The other way round.
  GREATER(">"),
  /// Not less.
  GREATER_OR_EQUAL(">=");

  private final String symbol;

  Operator(String symbol) {
    this.symbol = symbol;
  }

  /// How it is written.
  public String symbol() {
    return symbol;
  }

  /// Whether it holds between the two.
  public boolean holds(TextForm left, TextForm right) {
    return switch (this) {
      case EQUAL -> left.sameAs(right);
      case NOT_EQUAL -> !left.sameAs(right);
      case LESS -> left.order(right) < 0;
      case LESS_OR_EQUAL -> left.order(right) <= 0;
      case GREATER -> left.order(right) > 0;
      case GREATER_OR_EQUAL -> left.order(right) >= 0;
    };
  }
}
