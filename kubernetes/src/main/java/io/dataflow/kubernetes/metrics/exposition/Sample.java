package io.dataflow.kubernetes.metrics.exposition;

/// One value of one series.
///
/// @param labels as they stood in the text, without those that say whose it is; may be empty
/// @param value the number, and perhaps a time after a blank, as they stood in the text
public record Sample(String name, String labels, String value) {
  /// Its line, as a series of this pod.
  public void write(PodLabels identity, StringBuilder text) {
    text.append(name).append('{').append(identity.labels());
    if (!labels.isEmpty()) {
      text.append(',').append(labels);
    }
    text.append("} ").append(value).append('\n');
  }
}
