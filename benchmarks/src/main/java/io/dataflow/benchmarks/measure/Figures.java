package io.dataflow.benchmarks.measure;

import java.util.Locale;

/// How numbers are written in the tables.
public final class Figures {
  private static final double MEGA = 1 << 20;

  private Figures() {}

  /// A whole number with blanks between the thousands.
  public static String whole(double value) {
    return String.format(Locale.ROOT, "%,d", Math.round(value)).replace(',', ' ');
  }

  /// A number with so many digits behind the point.
  public static String decimal(double value, int digits) {
    return String.format(Locale.ROOT, "%." + digits + "f", value);
  }

  /// Bytes as megabytes.
  public static String megabytes(double bytes) {
    return whole(bytes / MEGA) + " MB";
  }

  /// The median, and where there was more than one run the smallest and the largest.
  public static String spread(Spread spread) {
    var median = whole(spread.median());
    return spread.least() == spread.most()
        ? median
        : median + " (" + whole(spread.least()) + " – " + whole(spread.most()) + ")";
  }
}
