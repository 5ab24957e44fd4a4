package io.dataflow.benchmarks.measure;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/// One figure of several runs.
///
/// @param median the one in the middle, or between the two there
/// @param least the smallest
/// @param most the largest
public record Spread(double median, double least, double most) {

  /// The spread of a figure over the runs, of which there is one at least.
  public static <T> Spread of(List<T> runs, ToDoubleFunction<T> figure) {
    var sorted = runs.stream().mapToDouble(figure).sorted().toArray();
    if (sorted.length == 0) {
      throw new IllegalArgumentException("no runs");
    }
    var half = sorted.length / 2;
    var median = sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    return new Spread(median, sorted[0], Arrays.stream(sorted).max().orElseThrow());
  }
}
