package io.dataflow.runtime.trino.type;

/// The part of a second as a column holds it.
final class Fraction {
  private static final int NANO_DIGITS = 9;

  private Fraction() {}

  /// With the point before it; empty for whole seconds.
  ///
  /// @param digits that the column holds
  /// @throws io.dataflow.api.transformation.RecordException when some would be cut off
  static String of(int nanos, int digits) {
    var all = "%09d".formatted(nanos).replaceAll("0+$", "");
    if (all.length() > Math.min(Math.max(digits, 0), NANO_DIGITS)) {
      throw TrinoEncoder.wrong("the time has more digits behind the second");
    }
    return all.isEmpty() ? "" : "." + all;
  }
}
