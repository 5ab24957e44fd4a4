package io.dataflow.kubernetes.metrics.scrape;

import java.time.Duration;

/// How much asking all the pods may take.
///
/// @param port the pods' port for metrics
/// @param pod for the answer of one pod
/// @param page until the last pod may be asked; Prometheus itself gives up after 10 s by default
/// @param age for how long what was gathered is good enough for somebody else
/// @param concurrency how many pods are asked at the same time
record ScrapeLimits(int port, Duration pod, Duration page, Duration age, int concurrency) {
  static final ScrapeLimits DEFAULT =
      new ScrapeLimits(
          9090, Duration.ofSeconds(2), Duration.ofSeconds(6), Duration.ofSeconds(1), 64);
}
