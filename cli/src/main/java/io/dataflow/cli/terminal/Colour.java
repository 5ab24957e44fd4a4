package io.dataflow.cli.terminal;

/// The few ways in which a text stands out on a terminal.
public enum Colour {
  /// What matters.
  BOLD("1"),
  /// What may be overlooked.
  DIM("2"),
  /// What is wrong.
  RED("31"),
  /// What is right.
  GREEN("32"),
  /// What wants a look.
  YELLOW("33"),
  /// Names.
  CYAN("36");

  private final String code;

  Colour(String code) {
    this.code = code;
  }

  String paint(String text) {
    return "\033[" + code + "m" + text + "\033[0m";
  }
}
