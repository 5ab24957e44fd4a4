package io.dataflow.cli.terminal;

/// A bar that fills from the left.
public final class Gauge {
  private Gauge() {}

  /// A bar of so many characters for a part of a whole.
  public static String of(long part, long whole, int width) {
    var filled = whole <= 0 ? 0 : (int) Math.min(width, part * width / whole);
    return "█".repeat(filled) + "░".repeat(width - filled);
  }
}
