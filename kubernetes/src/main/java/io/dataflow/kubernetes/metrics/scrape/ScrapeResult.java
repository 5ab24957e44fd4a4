package io.dataflow.kubernetes.metrics.scrape;

import io.dataflow.kubernetes.http.PodFailure;
import io.dataflow.kubernetes.metrics.exposition.MetricFamily;
import java.util.List;

/// What asking a pod for its metrics gave.
sealed interface ScrapeResult {
  /// Its metrics, all of them.
  record Answered(List<MetricFamily> families) implements ScrapeResult {}

  /// Nothing.
  record Failed(PodFailure reason) implements ScrapeResult {}
}
