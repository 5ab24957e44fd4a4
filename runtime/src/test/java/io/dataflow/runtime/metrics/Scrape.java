package io.dataflow.runtime.metrics;

import io.dataflow.runtime.flow.RunningFlow;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/// What `/metrics` says at one moment.
///
/// @param text as Prometheus gets it
public record Scrape(String text) {
  /// Of a flow.
  public static Scrape of(RunningFlow flow) {
    return new Scrape(flow.meters().scrape());
  }

  /// The names of all families: `dataflow_messages_received_total`.
  Set<String> families() {
    var names = new TreeSet<String>();
    text.lines()
        .filter(line -> line.startsWith("# TYPE "))
        .forEach(line -> names.add(line.split(" ")[2]));
    return names;
  }

  /// The sum of the series of this name that have these labels: `route="default"`.
  double value(String name, String... labels) {
    if (series(name, labels).findAny().isEmpty()) {
      throw new AssertionError(name + Arrays.toString(labels) + " is not in\n" + text);
    }
    return sum(name, labels);
  }

  /// The same, and 0 when there is no such series.
  public double sum(String name, String... labels) {
    return series(name, labels)
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
        .sum();
  }

  private Stream<String> series(String name, String... labels) {
    return text.lines()
        .filter(line -> line.startsWith("dataflow_" + name + "{"))
        .filter(line -> Arrays.stream(labels).allMatch(line::contains));
  }

  /// How many observations a histogram has.
  long count(String histogram, String... labels) {
    return (long) value(histogram + "_count", labels);
  }
}
