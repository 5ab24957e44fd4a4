package io.dataflow.api.condition;

/// A word of a condition.
///
/// @param text as it stands there
/// @param start its first character, from 0
record Token(Kind kind, String text, int start) {

  enum Kind {
    /// A path or a bare value.
    WORD,
    /// A value in quotes.
    QUOTED,
    /// A comparison.
    OPERATOR,
    AND,
    OR,
    NOT,
    OPEN,
    CLOSE,
    END
  }

  int column() {
    return start + 1;
  }

  boolean is(Kind wanted) {
    return kind == wanted;
  }

  boolean isOperand() {
    return kind == Kind.WORD || kind == Kind.QUOTED;
  }
}
