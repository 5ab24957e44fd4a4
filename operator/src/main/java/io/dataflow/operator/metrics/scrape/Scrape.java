package io.dataflow.operator.metrics.scrape;

import io.dataflow.operator.metrics.exposition.MetricFamily;
import io.dataflow.operator.pod.PodFailure;
import java.util.List;

/// What asking a pod for its metrics gave.
sealed interface Scrape {
  /// Its metrics, all of them.
  record Answered(List<MetricFamily> families) implements Scrape {}

  /// Nothing.
  record Failed(PodFailure reason) implements Scrape {}
}
