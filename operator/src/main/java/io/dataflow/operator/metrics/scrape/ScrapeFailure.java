package io.dataflow.operator.metrics.scrape;

import java.util.Locale;

/// Why a pod's metrics are missing: the label `reason`.
enum ScrapeFailure {
  /// Nobody answers at its address.
  UNREACHABLE,
  /// It did not answer in time, or there was no time left to ask it.
  TIMEOUT,
  /// It answered with something other than 200.
  STATUS,
  /// Its answer is larger than a pod's metrics can be.
  SIZE,
  /// Its answer is not Prometheus' format, or says something else of a metric than other pods do.
  FORMAT;

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
