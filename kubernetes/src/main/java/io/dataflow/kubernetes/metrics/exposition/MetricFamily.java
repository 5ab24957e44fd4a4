package io.dataflow.kubernetes.metrics.exposition;

import java.util.List;

/// All series of one metric.
///
/// @param help as it stands in the text, with `\\` and `\n` escaped; empty when there is none
public record MetricFamily(String name, MetricType type, String help, List<Sample> samples) {
  /// What stands above the series.
  public String head() {
    var type = "# TYPE " + name + " " + this.type + "\n";
    return help.isEmpty() ? type : "# HELP " + name + " " + help + "\n" + type;
  }
}
