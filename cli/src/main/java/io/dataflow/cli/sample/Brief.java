package io.dataflow.cli.sample;

import io.dataflow.cli.terminal.DisplayText;

/// A text that may be long, for a line on a terminal.
final class Brief {
  private static final int LENGTH_MAX = 160;

  private Brief() {}

  static String of(String text) {
    var line = DisplayText.of(text);
    return line.length() <= LENGTH_MAX
        ? line
        : line.substring(0, LENGTH_MAX) + "… (" + text.length() + " characters)";
  }
}
