package io.dataflow.operator.metrics;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// One value of one series.
///
/// @param value the number, and perhaps a time after a blank, as they stood in the text
record Sample(String name, List<Label> labels, String value) {
  /// The same with these labels first; what it said under their names itself is not believed.
  Sample with(List<Label> truth) {
    var names = truth.stream().map(Label::name).toList();
    var others = labels.stream().filter(label -> !names.contains(label.name()));
    return new Sample(name, Stream.concat(truth.stream(), others).toList(), value);
  }

  @Override
  public String toString() {
    return labels.isEmpty()
        ? name + " " + value
        : labels.stream()
            .map(Label::toString)
            .collect(Collectors.joining(",", name + "{", "} " + value));
  }
}
