package io.dataflow.kubernetes.metrics.scrape;

import io.dataflow.kubernetes.metrics.exposition.MetricFamily;
import io.dataflow.kubernetes.metrics.exposition.MetricType;
import io.dataflow.kubernetes.metrics.exposition.Sample;
import java.util.List;

/// Which metrics of pods are on the page, and what the operator's own about them are called.
///
/// @param prefix of the metrics that are taken; those of a pod's language and libraries are not
/// @param reserved beginnings of names that are the operator's own, whatever a pod says
/// @param up the gauge that is 1 for a pod whose metrics are on the page and 0 for one whose are
///     missing: what Prometheus' own `up` would say if it asked the pods itself
/// @param errors the counter of pods whose metrics could not be had
public record ScrapeRules(String prefix, List<String> reserved, String up, String errors) {
  /// Keeps the list as it is now.
  public ScrapeRules {
    reserved = List.copyOf(reserved);
  }

  /// Whether pods speak of this metric.
  public boolean isTaken(MetricFamily family) {
    return family.name().startsWith(prefix)
        && reserved.stream().noneMatch(family.name()::startsWith);
  }

  MetricFamily up(boolean isUp) {
    return new MetricFamily(
        up,
        MetricType.GAUGE,
        "1 when the pod gave its metrics at this scrape.",
        List.of(new Sample(up, "", isUp ? "1" : "0")));
  }
}
